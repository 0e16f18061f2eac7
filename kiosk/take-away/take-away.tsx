import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Answers } from '../../gateway/contract/situations.ts'
import { Icon, Mark } from '../../display/shared/icons.tsx'
import { type Guided, type TakenList, readList } from './read-list.ts'
import { keepTicks, readTicks } from './ticks.ts'
import { OwnName } from '../shared/own-name.tsx'
import { hearDrafts } from '../shared/edited-matter.ts'
import { hallName } from '../shared/hall-name.ts'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { say } from './words.ts'

/** The list that was scanned at the terminal, on the visitor's own phone, to be ticked at home. */
export function TakeAway({ what, answers }: { what: string; answers: Answers }): JSX.Element {
  const list = useSignal<TakenList | null | 'unknown' | 'away'>(null)
  useEffect(() => {
    const read = (draft: Guided | null): void =>
      void readList(what, answers, draft).then(
        (found) => void (list.value = found ?? 'unknown'),
        () => void (list.value = 'away'),
      )
    const stop = hearDrafts<Guided>(({ matter }) => read(matter))
    if (stop !== null) return stop
    read(null)
  }, [])
  if (list.value === null) return <main class="phone" aria-busy="true" />
  if (list.value === 'unknown' || list.value === 'away') {
    return (
      <main class="phone">
        <section class="empty">
          <b>{say(`${list.value}`)}</b>
          <p>{list.value === 'away' ? say('awayHint') : say('unknownHint')}</p>
        </section>
      </main>
    )
  }
  return <List list={list.value} name={`${what}?${new URLSearchParams(answers)}`} />
}

function List({ list, name }: { list: TakenList; name: string }): JSX.Element {
  const { hall, title, departments, materials, notes, places, fee, open } = list
  const brought = useSignal<readonly string[]>(readTicks(name))
  const lacking = materials.filter((one) => !brought.value.includes(one.name)).length
  const tick = (material: string): void => {
    brought.value = brought.value.includes(material)
      ? brought.value.filter((one) => one !== material)
      : [...brought.value, material]
    keepTicks(name, brought.value)
  }
  return (
    <main class="phone take-away">
      <header>
        <Mark size={36} />
        <b class="serif">{hallName(hall)}</b>
        <LanguageSwitch />
      </header>
      <p class="of">{departments.join('、')}</p>
      <h1 class="serif">
        <OwnName of={title} />
      </h1>
      <section class="card list">
        <h2>
          {say('bring')}
          {materials.length > 0 && (
            <b class={lacking === 0 ? 'good' : 'amber'}>
              {lacking === 0 ? say('complete') : say('lacking', { count: lacking })}
            </b>
          )}
        </h2>
        <p class="of">{materials.length === 0 ? say('none') : say('tick')}</p>
        {notes.map((note) => (
          <p class="note" key={note}>
            {note}
          </p>
        ))}
        {materials.map(({ name: material, form, copies, note }) => (
          <button
            type="button"
            class="material"
            key={material}
            aria-pressed={brought.value.includes(material)}
            onClick={() => tick(material)}
          >
            <i>{brought.value.includes(material) && <Icon name="check" size={22} stroke={2.4} />}</i>
            <span>
              <b>{material}</b>
              <small>
                {[form, copies === null ? null : say('copies', { copies }), note]
                  .filter((part) => part !== null)
                  .join('，')}
              </small>
            </span>
          </button>
        ))}
      </section>
      <section class="card where">
        <Icon name="place" size={24} />
        <div>
          <b>{places.length === 0 ? say('notHere') : places.join('、')}</b>
          <span>{say('open', { hours: open })}</span>
          {fee !== null && <span class="fee">{say('fee', { fee })}</span>}
        </div>
      </section>
      <p class="of">{say('keep')}</p>
    </main>
  )
}
