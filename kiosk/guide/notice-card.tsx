import type { JSX } from 'preact'
import type { DeskView } from '../../gateway/contract/views.ts'
import { words } from './words.ts'

export const NoticeCard = ({ notices }: { notices: DeskView['notices'] }): JSX.Element => (
  <section class="card notices">
    <div class="card-head">
      <h2>{words.notices}</h2>
    </div>
    <div class="notice-list">
      {notices.length === 0 && <p>{words.noticesEmpty}</p>}
      {notices.map((notice) => (
        <p key={notice.id}>{notice.text}</p>
      ))}
    </div>
  </section>
)
