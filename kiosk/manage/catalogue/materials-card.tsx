import { bareMaterial } from '../../../gateway/catalogue/guide/bare-material.ts'
import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Material } from '../../../gateway/contract/matter.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { KeyCap } from '../../shared/staff/marks.tsx'
import { MaterialMore } from './material-more.tsx'
import { moved } from './matter-draft.ts'
import { say } from './words.ts'

const blank: Material = { ...bareMaterial(''), copies: 1 }
/** 原件和复印件 is both; 电子 stands beside them. */
const forms = [
  ['original', '原件'],
  ['copy', '复印件'],
  ['digital', '电子'],
] as const
const has = ({ form }: Material, word: string): boolean => form?.includes(word) ?? false
function withForm(one: Material, word: string): Material {
  const chosen = forms.map(([, form]) => form).filter((form) => (form === word ? !has(one, form) : has(one, form)))
  return { ...one, form: chosen.length === 0 ? null : chosen.join('和') }
}

/** What a citizen brings, in the order in which the counter takes it: by the handle, or Alt ↑ ↓. */
export function MaterialsCard({
  materials,
  before,
  onChange,
}: {
  materials: readonly Material[]
  before: readonly Material[]
  onChange: (materials: Material[]) => void
}): JSX.Element {
  const dragged = useRef<number | null>(null)
  const [more, setMore] = useState<number | null>(null)
  const set = (nth: number, one: Material): void => onChange(materials.map((old, at) => (at === nth ? one : old)))
  const isChanged = (one: Material): boolean => !before.some((old) => JSON.stringify(old) === JSON.stringify(one))
  return (
    <section class="card matter-materials" id="edit-materials" tabIndex={-1}>
      <div class="card-head">
        <h2>{say('edit.materials')}</h2>
        <small>{say('edit.materialsHint', { count: materials.length })}</small>
        <span class="grow" />
        <small>
          <KeyCap>Alt ↑ ↓</KeyCap> {say('edit.order')}
        </small>
      </div>
      <ol>
        {materials.map((one, nth) => (
          <li
            key={nth}
            class={isChanged(one) ? 'changed' : ''}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged.current !== null) onChange(moved(materials, dragged.current, nth))
              dragged.current = null
            }}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              onChange(moved(materials, nth, nth + (event.key === 'ArrowUp' ? -1 : 1)))
            }}
          >
            <span class="matter-handle" draggable aria-hidden="true" onDragStart={() => void (dragged.current = nth)}>
              ⠿
            </span>
            <b class="num">{nth + 1}</b>
            <div class="matter-words">
              <input
                class="bare"
                aria-label={say('edit.materials')}
                value={one.name}
                maxLength={200}
                onInput={({ currentTarget }) => set(nth, { ...one, name: currentTarget.value })}
              />
              <input
                class="bare small"
                aria-label={say('edit.noteHint')}
                value={one.note ?? ''}
                placeholder={say('edit.noteHint')}
                maxLength={200}
                onInput={({ currentTarget }) => set(nth, { ...one, note: currentTarget.value || null })}
              />
            </div>
            <div class="matter-forms">
              {forms.map(([key, word]) => (
                <button
                  type="button"
                  key={key}
                  aria-pressed={has(one, word)}
                  onClick={() => set(nth, withForm(one, word))}
                >
                  {say(`edit.${key}`)}
                </button>
              ))}
            </div>
            <label class="matter-copies">
              <input
                class="num"
                inputMode="numeric"
                aria-label={say('edit.copies')}
                maxLength={2}
                value={one.copies ?? ''}
                onInput={({ currentTarget }) =>
                  set(nth, { ...one, copies: /^\d+$/.test(currentTarget.value) ? Number(currentTarget.value) : null })
                }
              />
              {say('edit.copies')}
            </label>
            <button
              type="button"
              class="link matter-more"
              aria-expanded={more === nth}
              onClick={() => setMore(more === nth ? null : nth)}
            >
              {say(more === nth ? 'edit.less' : 'edit.more')}
            </button>
            <button
              type="button"
              class="matter-remove"
              aria-label={say('edit.remove')}
              onClick={() => onChange(materials.filter((_, at) => at !== nth))}
            >
              <Icon name="close" size={18} stroke={2} />
            </button>
            {more === nth && <MaterialMore one={one} onChange={(next) => set(nth, next)} />}
          </li>
        ))}
      </ol>
      <button type="button" class="matter-add" onClick={() => onChange([...materials, blank])}>
        <Icon name="plus" size={18} stroke={2} /> {say('edit.add')}
      </button>
    </section>
  )
}
