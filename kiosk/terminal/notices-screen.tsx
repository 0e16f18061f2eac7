import type { JSX } from 'preact'
import { NoticeMedia } from '../shared/notice-media.tsx'
import { noticeIn } from './notice-words.ts'
import { PagedText } from './paged-text.tsx'
import type { Session } from './session.ts'
import { sayComplain } from './complain/words.ts'
import { say } from './words.ts'

export function NoticesScreen({ session: { terminal, press } }: { session: Session }): JSX.Element {
  const { notices, media } = terminal.value ?? { notices: [], media: [] }
  return (
    <main class="screen details notices">
      <div class="above">
        <h1 class="serif">{say('notices')}</h1>
      </div>
      <div class="below">
        {notices.length + media.length === 0 ? (
          <p class="hint">{say('noNotices')}</p>
        ) : (
          <PagedText>
            {notices.map((notice) => (
              <section key={notice.id}>
                <p {...noticeIn(notice)} />
              </section>
            ))}
            <NoticeMedia media={media} />
          </PagedText>
        )}
        <button type="button" class="outlined" onClick={() => press({ type: 'complain' })}>
          {sayComplain('way')}
        </button>
      </div>
    </main>
  )
}
