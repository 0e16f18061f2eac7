import type { JSX } from 'preact'
import type { DeskShown } from './desk-shown.ts'
import { Button } from '../shared/staff/button.tsx'
import { say } from './words.ts'

export const NoticeCard = ({
  notices,
  onAnnounce,
  onNotice,
}: {
  notices: DeskShown['notices']
  onAnnounce: () => void
  onNotice: () => void
}): JSX.Element => (
  <section class="card notices">
    <div class="card-head">
      <h2>{say('notices')}</h2>
      <span class="grow" />
      <Button label={say('notice.open')} keyCap="N" onPress={onNotice} />
      <Button label={say('announce.short')} keyCap="B" icon="speaker" onPress={onAnnounce} />
    </div>
    <div class="notice-list">
      {notices.length === 0 && <p>{say('noticesEmpty')}</p>}
      {notices.map((notice) => (
        <p key={notice.id}>{notice.text}</p>
      ))}
    </div>
  </section>
)
