import type { JSX } from 'preact'
import type { NoticeBody } from '../../../gateway/contract/notice.ts'
import { say } from './words.ts'

/** A small wall: where the notice stands and how much of it fits. */
export const Preview = ({ notice }: { notice: NoticeBody }): JSX.Element => (
  <figure class={`preview preview-${notice.placement}`}>
    <div class="preview-wall">
      <div class="preview-calls" aria-hidden="true">
        <b class="num">A042</b>
        <i />
        <i />
        <i />
      </div>
      <div class="preview-notice">
        {notice.mediaId !== null &&
          (notice.kind === 'video' ? (
            <video src={`/media/${notice.mediaId}`} muted autoPlay loop />
          ) : (
            <img src={`/media/${notice.mediaId}`} alt={notice.text} />
          ))}
        {notice.kind !== 'text' && <p class="preview-caption">{notice.text || say('captionHint')}</p>}
        {notice.kind === 'text' && <p>{notice.text || say('textHint')}</p>}
        {notice.kind === 'text' && notice.textEn && <small lang="en">{notice.textEn}</small>}
      </div>
    </div>
    <figcaption>{say('preview')}</figcaption>
  </figure>
)
