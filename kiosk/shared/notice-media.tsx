import type { JSX } from 'preact'
import type { ShownMedia } from '../../gateway/contract/notice.ts'

/** Pictures and films of notices with what they show in words; a film begins by a touch, and without sound. */
export const NoticeMedia = ({ media }: { media: readonly ShownMedia[] }): JSX.Element => (
  <>
    {media.map(({ id, kind, url, text }) => (
      <figure class="notice-media" key={id}>
        {kind === 'video' ? (
          <video src={url} controls muted preload="none" playsInline aria-label={text} />
        ) : (
          <img src={url} alt={text} />
        )}
        <figcaption>{text}</figcaption>
      </figure>
    ))}
  </>
)
