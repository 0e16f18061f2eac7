import { OwnName } from '../../shared/own-name.tsx'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { departments, facts } from '../hall-facts.ts'
import { Pager } from '../pager.tsx'
import { useRowsThatFit } from '../rows-that-fit.ts'
import { tileColumns } from '../modes/tile-columns.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'

const MOST_ROWS = 8

interface Choice {
  id: string
  name: string
  nameEn: string | null
  count: number
  onPress: () => void
}

/** Departments, or things that take several matters at once (一件事): a name, how many matters, and on. */
export function BrowseScreen({
  session,
  what,
  wide,
}: {
  session: Session
  what: 'departments' | 'flows'
  wide: boolean
}): JSX.Element {
  const { press } = session
  const page = useSignal(0)
  const choices: Choice[] =
    what === 'flows'
      ? facts.value.flows.map(({ id, name, nameEn, matters }) => ({
          id,
          name,
          nameEn,
          count: matters.length,
          onPress: () => press({ type: 'flow', id }),
        }))
      : departments.value.map(({ id, name, matters }) => ({
          id,
          name,
          nameEn: null,
          count: matters,
          onPress: () => press({ type: 'list', list: { by: 'department', id } }),
        }))
  const { page: main, rows } = useRowsThatFit(MOST_ROWS, `${what} ${wide} ${session.look.value}`)
  const each = rows.value * tileColumns(session.elder.value, wide)
  const pages = Math.max(1, Math.ceil(choices.length / each))
  return (
    <main class={`screen browse ${what}`} ref={main}>
      <div class="above">
        <h1 class="serif">{what === 'flows' ? say('flowsTitle') : say('departmentsTitle')}</h1>
        {what === 'flows' && <p class="hint">{say('flowsLongHint')}</p>}
      </div>
      <div class="below">
        <div class="tiles">
          {choices.slice(page.value * each, (page.value + 1) * each).map(({ id, name, nameEn, count, onPress }) => (
            <button type="button" class="tile" key={id} onClick={onPress}>
              <span>
                <b>
                  <OwnName of={{ name, nameEn }} />
                </b>
                <small>{say('mattersCount', { count })}</small>
              </span>
            </button>
          ))}
        </div>
        {pages > 1 && <Pager page={page.value} pages={pages} onTurn={(to) => void (page.value = to)} />}
      </div>
    </main>
  )
}
