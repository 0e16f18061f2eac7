import type { JSX } from 'preact'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { facts, mostWanted } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { type Word, say } from '../words.ts'
import { MatterRow } from './matter-row.tsx'

const ways: { to: 'themes' | 'departments' | 'flows'; icon: IconName; word: Word; hint: Word }[] = [
  { to: 'themes', icon: 'people', word: 'themes', hint: 'themesHint' },
  { to: 'flows', icon: 'flow', word: 'flows', hint: 'flowsHint' },
  { to: 'departments', icon: 'list', word: 'departments', hint: 'departmentsHint' },
]

/** For those who cannot or will not type: by what happens in life, several matters at once, by department, what everybody wants. */
export function WaysIn({ session: { press, queues }, often: most }: { session: Session; often: number }): JSX.Element {
  const often = mostWanted.value.slice(0, most)
  const offered = ways.filter(({ to }) => to === 'departments' || facts.value[to].length > 0)
  return (
    <>
      <div class="ways-in">
        {offered.map(({ to, icon, word, hint }) => (
          <button type="button" class="tile" key={to} onClick={() => press({ type: to })}>
            <Icon name={icon} size={64} stroke={1.4} />
            <b>{say(word)}</b>
            <small>{say(hint)}</small>
          </button>
        ))}
      </div>
      {often.length > 0 && <p class="caption">{say('often')}</p>}
      {often.length > 0 && (
        <div class="card rows">
          {often.map((entry) => (
            <MatterRow
              key={entry.id}
              entry={entry}
              marks={[]}
              queue={queues.value.find(({ id }) => id === entry.queueId) ?? null}
              onPress={() => press({ type: 'matter', id: entry.id })}
            />
          ))}
        </div>
      )}
    </>
  )
}
