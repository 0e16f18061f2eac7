import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import type { BackupList } from '../../../gateway/contract/backups.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light, Tag } from '../../shared/staff/marks.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { useAsked } from './use-asked.ts'
import { say, sizeWords, timeIn } from './words.ts'

const LOOK_MS = 2_000

/** The copies of the hall's data: how the last one went, a button for one more, and all that are kept. */
export function BackupsCard({ hall, view, toasts }: SectionProps): JSX.Element {
  const { now: list, failed, refresh } = useAsked('/backups', withFields<BackupList>('items'), LOOK_MS)
  const [busy, setBusy] = useState(false)
  const { timeZone } = view.hall
  const begin = async (): Promise<void> => {
    setBusy(true)
    const answer = await manageCall('/backups', withFields<{ isRunning: true }>('isRunning'), {})
    setBusy(false)
    toasts.say(answer.ok ? 'done' : 'refused', answer.ok ? say('backups.begun') : answer.message)
    refresh()
  }
  return (
    <section class="card upkeep-backups">
      <div class="card-head">
        <h2>{say('backups.title')}</h2>
        {list && <small>{list.at === null ? '' : say('backups.schedule', { at: list.at, keep: list.keep })}</small>}
        <span class="grow" />
        <Button
          label={list?.isRunning ? say('backups.running') : say('backups.now')}
          look="main"
          busy={busy || list?.isRunning === true}
          blocked={hall.online.value ? null : sayStaff('offlineShort')}
          onPress={() => void begin()}
        />
      </div>
      {list === null ? (
        <p class="manage-still" role="status">
          {say(failed ? 'failed' : 'loading')}
        </p>
      ) : (
        <>
          <State list={list} timeZone={timeZone} />
          <ul class="upkeep-list">
            {list.items.map((one) => (
              <li key={one.name} class={one.isThere ? '' : 'upkeep-gone'}>
                <b class="num">{timeIn(one.at, timeZone)}</b>
                <span class="num">{sizeWords(one.bytes)}</span>
                <span>{say('backups.rows', { rows: one.rows })}</span>
                <span>{actorWords(one.by)}</span>
                {one.isThere ? (
                  <Tag tone={one.sealed ? 'qing' : 'plain'}>{say(one.sealed ? 'backups.sealed' : 'backups.plain')}</Tag>
                ) : (
                  <Tag tone="amber">{say('backups.isGone')}</Tag>
                )}
              </li>
            ))}
          </ul>
          <footer class="upkeep-foot">
            <p>
              {say('backups.folder')} <code>{list.folder}</code>
            </p>
            {list.stream !== null && <p>{say('backups.stream', { name: list.stream })}</p>}
            {list.items[0] && (
              <p>
                {say('backups.restore')} <code>sudo tingshi restore {`${list.folder}/${list.items[0].name}`}</code>
              </p>
            )}
          </footer>
        </>
      )}
    </section>
  )
}

/** In one line how it stands: shape, colour and words. */
function State({ list, timeZone }: { list: BackupList; timeZone: string }): JSX.Element {
  const [last] = list.items
  if (list.failure)
    return (
      <p class="upkeep-state upkeep-bad" role="alert">
        <Light light="fault" size={22} />
        <span>
          <b>{say('backups.failedAt', { time: timeIn(list.failure.at, timeZone), why: list.failure.why })}</b>
          <small>{say('backups.keptOld')}</small>
        </span>
      </p>
    )
  if (!last)
    return (
      <p class="upkeep-state">
        <Light light="warning" size={22} />
        <span>
          <b>{say('backups.never')}</b>
          {list.at === null && <small>{say('backups.noSchedule')}</small>}
        </span>
      </p>
    )
  return (
    <p class="upkeep-state">
      <Light light="ok" size={22} />
      <span>
        <b>
          {timeIn(last.at, timeZone)} {say('backups.good')}
        </b>
        {list.at === null && <small>{say('backups.noSchedule')}</small>}
      </span>
    </p>
  )
}
