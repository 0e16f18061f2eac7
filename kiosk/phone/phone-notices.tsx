import type { JSX } from 'preact'
import type { NoticesShown } from '../../gateway/contract/notice.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { NoticeMedia } from '../shared/notice-media.tsx'
import { language } from '../../display/shared/page-words.ts'
import { say } from './words.ts'

/** What the hall has to say to those who wait with their phone: words first, then pictures and films, which begin by a touch. */
export function PhoneNotices({ notices, media }: NoticesShown): JSX.Element | null {
  if (notices.length + media.length === 0) return null
  return (
    <section class="card phone-notices" aria-label={say('notices')}>
      <h2>
        <Icon name="notice" size={22} /> {say('notices')}
      </h2>
      {notices.map(({ id, text, textEn }) => (
        <p key={id}>
          {language.value === 'en' && textEn !== null ? (
            textEn
          ) : (
            <>
              <span lang="zh-Hans">{text}</span>
              {textEn !== null && <small lang="en">{textEn}</small>}
            </>
          )}
        </p>
      ))}
      <NoticeMedia media={media} />
    </section>
  )
}
