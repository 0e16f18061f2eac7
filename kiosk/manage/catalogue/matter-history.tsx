import type { JSX } from 'preact'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import { timeAt } from '../../../gateway/contract/hall-time.ts'
import type { MatterChange } from '../../../gateway/contract/matter-edits.ts'
import { say } from './words.ts'

/** Who changed it and how; each is taken back by itself. */
export function MatterHistory({
  history,
  from,
  timeZone,
  onBack,
}: {
  history: readonly MatterChange[]
  /** Where the matter itself comes from. */
  from: string
  timeZone: string
  onBack: (editId: string) => void
}): JSX.Element {
  const taken = new Set(history.map(({ undoes }) => undoes))
  return (
    <section class="card matter-history">
      <div class="card-head">
        <h2>{say('edit.history')}</h2>
        <span class="grow" />
        <small>{say('edit.from', { from })}</small>
      </div>
      {history.length === 0 && <p class="card-empty">{say('edit.noHistory')}</p>}
      <ul>
        {history.map(({ editId, at, by, lines, undoes }) => {
          const where = [...new Set(lines.map((line) => line.where))].join('、')
          const [first] = lines
          return (
            <li key={editId}>
              <b class="num">{timeAt(at, timeZone).slice(5, 16)}</b>
              <span>
                {undoes === null
                  ? say('edit.changeLine', { by: actorWords(by), where, after: first?.after || say('edit.removed') })
                  : say('edit.undoneLine', { by: actorWords(by), where })}
              </span>
              {undoes === null && !taken.has(editId) && (
                <button type="button" class="link" onClick={() => onBack(editId)}>
                  {say('edit.back')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
