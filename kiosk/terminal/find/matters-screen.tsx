import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { CatalogueEntry } from '../../../gateway/catalogue/search/entry.ts'
import { entries, facts, themeName } from '../hall-facts.ts'
import type { MatterList } from '../visit.ts'
import { Pager } from '../pager.tsx'
import { useRowsThatFit } from '../rows-that-fit.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { kindsOf, plainName } from './kinds.ts'
import { MatterRow } from './matter-row.tsx'

const MOST_ROWS = 8

/** The matters of a theme in the hall's order, of a department with the most wanted first, or the kinds of one matter. */
function listed(list: MatterList | null): { title: string; matters: CatalogueEntry[] } {
  if (list?.by === 'theme') {
    const theme = facts.value.themes.find(({ id }) => id === list.id)
    const matters = (theme?.matters ?? []).flatMap((id) => entries.value.find((entry) => entry.id === id) ?? [])
    return { title: theme ? themeName(theme) : say('themesTitle'), matters }
  }
  if (list?.by === 'kinds') {
    const one = entries.value.find(({ id }) => id === list.id)
    return { title: one ? say('whichKind', { name: plainName(one.name) }) : '', matters: one ? kindsOf(one) : [] }
  }
  const matters = entries.value
    .filter(({ departmentId }) => departmentId === list?.id)
    .sort((one, other) => other.popular - one.popular)
  return { title: matters[0]?.department ?? say('departmentsTitle'), matters }
}

export function MattersScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { queues, press, where } = session
  const page = useSignal(0)
  const { list } = where.value.context
  const { title, matters } = listed(list)
  const own =
    list?.by === 'department' ? session.terminal.value?.departments.find(({ id }) => id === list.id) : undefined
  const chief = own?.chief ?? null
  const { page: main, rows } = useRowsThatFit(MOST_ROWS, `${title} ${wide} ${session.look.value}`)
  const each = rows.value
  const pages = Math.max(1, Math.ceil(matters.length / each))
  return (
    <main class="screen browse matters" ref={main}>
      <div class="above">
        <h1 class="serif">{title}</h1>
        {chief && <p class="hint">{say('chiefToday', { name: chief })}</p>}
      </div>
      <div class="below">
        <div class="card rows">
          {matters.slice(page.value * each, (page.value + 1) * each).map((entry) => (
            <MatterRow
              key={entry.id}
              entry={entry}
              marks={[]}
              queue={queues.value.find(({ id }) => id === entry.queueId) ?? null}
              onPress={() => press({ type: 'matter', id: entry.id })}
            />
          ))}
        </div>
        {pages > 1 && <Pager page={page.value} pages={pages} onTurn={(to) => void (page.value = to)} />}
      </div>
    </main>
  )
}
