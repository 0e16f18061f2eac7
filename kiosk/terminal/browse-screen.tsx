import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { entries, placeName, waitRange } from './hall-facts.ts'
import { MatterRow } from './matter-row.tsx'
import { Pager } from './pager.tsx'
import type { Session } from './session.ts'
import { language, say } from './words.ts'

/** Lists to choose from: kinds of business (a touch takes a number), departments, the matters of one department. */
export function BrowseScreen({ session, what, wide }: { session: Session; what: 'queues' | 'departments' | 'matters'; wide: boolean }): JSX.Element {
  const { terminal, press, where, take, taking, refusal, hall } = session
  const page = useSignal({ of: what, at: 0 })
  const at = page.value.of === what ? page.value.at : 0
  const departmentId = where.value.context.departmentId
  const matters = entries.value.filter((entry) => entry.departmentId === departmentId).sort((one, other) => other.popular - one.popular)
  const queues = terminal.value?.queues ?? []
  const departments = (terminal.value?.departments ?? []).filter(({ matters: count }) => count > 0)
  const each = { queues: wide ? 12 : 14, departments: wide ? 15 : 14, matters: wide ? 4 : 6 }[what]
  const total = { queues: queues.length, departments: departments.length, matters: matters.length }[what]
  const pages = Math.max(1, Math.ceil(total / each))
  const part = <T,>(list: readonly T[]): readonly T[] => list.slice(at * each, (at + 1) * each)
  const closed = !hall.online.value ? say('offlineTake') : terminal.value?.open === false ? say('closed') : null
  const title = { queues: say('queuesTitle'), departments: say('departmentsTitle'), matters: matters[0]?.department ?? say('departmentsTitle') }[what]
  return (
    <main class={`screen browse ${what}`}>
      <div class="above">
        <h1 class="serif">{title}</h1>
        {what === 'queues' && <p class="hint">{refusal.value ?? closed ?? (taking.value ? say('taking') : say('queuesHint'))}</p>}
      </div>
      <div class="below">
        {what === 'matters' ? (
          <div class="card rows">
            {part(matters).map((entry) => (
              <MatterRow
                key={entry.id}
                entry={entry}
                marks={[]}
                queue={queues.find(({ id }) => id === entry.queueId) ?? null}
                onPress={() => press({ type: 'matter', id: entry.id })}
              />
            ))}
          </div>
        ) : (
          <div class="tiles">
            {what === 'queues'
              ? part(queues).map((queue) => (
                  <button
                    type="button"
                    class="tile"
                    key={queue.id}
                    disabled={closed !== null || taking.value}
                    onClick={() => void take({ matterId: null, queueId: queue.id, missing: [] })}
                  >
                    <i class="num letter">{queue.series}</i>
                    <span>
                      <b>{language.value === 'en' && queue.nameEn ? queue.nameEn : queue.name.replace(/（.*）$/, '')}</b>
                      <small>
                        {queue.where[0] ? placeName(queue.where[0].floor, queue.where[0].zone) : ''} ·{' '}
                        {queue.openCounters === 0
                          ? say('noCounter')
                          : waitRange(queue.wait) === null
                            ? say('waitingPeople', { count: queue.waiting })
                            : say('aboutMinutes', { range: waitRange(queue.wait) })}
                      </small>
                    </span>
                  </button>
                ))
              : part(departments).map((department) => (
                  <button type="button" class="tile" key={department.id} onClick={() => press({ type: 'department', id: department.id })}>
                    <span>
                      <b>{department.name}</b>
                      <small>{say('mattersCount', { count: department.matters })}</small>
                    </span>
                  </button>
                ))}
          </div>
        )}
        {pages > 1 && <Pager page={at} pages={pages} onTurn={(to) => void (page.value = { of: what, at: to })} />}
      </div>
    </main>
  )
}
