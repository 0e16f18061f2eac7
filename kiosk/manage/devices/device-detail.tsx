import type { JSX } from 'preact'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import type { DeviceHealth } from '../../../gateway/contract/device-view.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light, lightOfDevice, Tag } from '../../shared/staff/marks.tsx'
import { momentWords } from './moment-words.ts'
import { say } from './words.ts'
import { sayStaff } from '../../shared/staff/words.ts'

interface DeviceDetailProps {
  device: DeviceHealth
  timeZone: string
  now: number
  blocked: string | null
  busy: boolean
  onTest: (printerId: string) => void
  switching: boolean
  onSwitchOff: (device: DeviceHealth) => void
  onSwitchOn: (device: DeviceHealth) => void
}

/** One device whole: what it is, since when, what to do, and what was before. */
export function DeviceDetail({
  device,
  timeZone,
  now,
  blocked,
  busy,
  onTest,
  switching,
  onSwitchOff,
  onSwitchOn,
}: DeviceDetailProps): JSX.Element {
  const { id, kind, name, where, state, word, since, todo, heardAt, lastFault, faults, counts, history, off } = device
  const at = (moment: number): string => momentWords(moment, timeZone, now)
  const cannot = blocked ?? (state === 'fault' ? say('cannotPrint') : null)
  return (
    <section class="card device-open">
      <div class="card-head">
        <h2>
          <b class="num">{id}</b> {name}
        </h2>
        <Tag tone="plain">{say(`kinds.${kind}`)}</Tag>
        <span class="grow" />
        {off === null ? (
          <Button
            label={sayStaff('switch.off')}
            blocked={blocked}
            busy={switching}
            onPress={() => onSwitchOff(device)}
          />
        ) : (
          <Button
            label={sayStaff('switch.on')}
            look="main"
            blocked={blocked}
            busy={switching}
            onPress={() => onSwitchOn(device)}
          />
        )}
        {kind === 'printer' && (
          <Button label={say('test')} icon="printer" blocked={cannot} busy={busy} onPress={() => onTest(id)} />
        )}
      </div>
      <div class="device-body" tabIndex={0}>
        <p class={`device-now device-now-${state}`}>
          <Light light={lightOfDevice[state]} size={26} />
          <b>{word}</b>
          <span>{say(`states.${state}`) === word ? '' : say(`states.${state}`)}</span>
        </p>
        <div class="device-todo">
          <span>{say('todo')}</span>
          <p>{todo ?? say('nothingToDo')}</p>
        </div>
        <dl class="device-facts">
          <dt>{say('where')}</dt>
          <dd>{where}</dd>
          {off !== null && (
            <>
              <dt>{say('switchedBy')}</dt>
              <dd>{actorWords(off.by)}</dd>
            </>
          )}
          <dt>{say('since')}</dt>
          <dd class="num">{at(since)}</dd>
          <dt>{say('heard')}</dt>
          <dd class="num">{heardAt === null ? say('never') : at(heardAt)}</dd>
          <dt>{say('lastFault')}</dt>
          <dd>{lastFault === null ? say('noFault') : `${at(lastFault.at)} ${lastFault.word}`}</dd>
          <dt>{say('counts')}</dt>
          <dd>
            {[say('faults', { count: faults }), ...counts.map(({ what, count }) => say('count', { what, count }))].join(
              '　',
            )}
          </dd>
        </dl>
        <h3>{say('history')}</h3>
        {history.length === 0 && <p class="device-none">{say('noHistory')}</p>}
        <ol class="device-history">
          {history.toReversed().map((one) => (
            <li key={`${one.at} ${one.word}`}>
              <span class="num">{at(one.at)}</span>
              <Light light={lightOfDevice[one.state]} word={say(`states.${one.state}`)} size={16} />
              <span>{one.word}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
