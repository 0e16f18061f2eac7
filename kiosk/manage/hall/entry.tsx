import type { JSX } from 'preact'
import type { SettingKey } from '../../../gateway/contract/hall-settings.ts'
import { Chips } from './chips.tsx'
import { type Parts, type Path, lastStep } from './draft.ts'
import { choiceWord, wordsOf } from './key-words.ts'
import { asKind } from './of-kind.ts'
import { choicesFor } from './references.ts'
import { short, shownIn, typed } from './typed.ts'
import { say } from './words.ts'

interface EntryProps {
  keys: readonly SettingKey[]
  parts: Parts
  path: Path
  setting: SettingKey
  value: unknown
  onChange: (path: Path, value: unknown) => void
}

/** The field of one value: a toggle, a list, some choices, or what is typed. */
export function Entry({ keys, parts, path, setting, value, onChange }: EntryProps): JSX.Element {
  const { kinds, choices, usual, mayBeNull } = setting
  const absent = value === undefined || value === null
  const isKind = kinds.includes('choice') && ['kind', 'part'].includes(lastStep(path))
  const set = (next: unknown): void =>
    isKind && typeof next === 'string'
      ? onChange(path.slice(0, -1), asKind({ parts, keys }, path.slice(0, -1), lastStep(path), next))
      : onChange(path, next)
  const emptied = usual === undefined && mayBeNull ? null : undefined
  const { name, says = '' } = wordsOf(setting.path)
  if (kinds.includes('yes-no')) {
    const on = absent ? usual === true : value === true
    return (
      <button
        type="button"
        class="hall-toggle"
        role="switch"
        aria-label={name}
        aria-checked={on}
        onClick={() => set(!on)}
      >
        <i />
        {on ? say('on') : say('off')}
      </button>
    )
  }
  const known = choicesFor(lastStep(path), parts)
  if (kinds.includes('list')) {
    const list = Array.isArray(value) ? (value as unknown[]) : []
    return <Chips list={list} known={known} isNumber={lastStep(path) === 'weekdays'} onChange={set} />
  }
  if (kinds.length === 1 && kinds[0] === 'choice' && choices.length <= 5)
    return (
      <div class="hall-segments">
        {choices.map((one) => (
          <button type="button" key={one} aria-pressed={(absent ? usual : value) === one} onClick={() => set(one)}>
            {choiceWord(says, one) || one}
          </button>
        ))}
      </div>
    )
  if (kinds.includes('choice') || known !== null)
    return (
      <select
        class="entry"
        aria-label={name}
        value={absent ? '' : String(value)}
        onChange={({ currentTarget: { value: said } }) => set(said === '' ? emptied : typed(said, setting))}
      >
        <option value="">{usual === undefined && !mayBeNull ? say('choose') : say('none')}</option>
        {(known ?? choices.map((one) => ({ id: String(one), name: choiceWord(says, one) }))).map(({ id, name }) => (
          <option key={id} value={id}>
            {known === null && name !== '' ? name : name === '' ? id : `${id}　${name}`}
          </option>
        ))}
      </select>
    )
  return (
    <input
      class="entry"
      aria-label={name}
      value={shownIn(setting, value)}
      placeholder={usual === undefined || usual === null ? '' : say('usual', { value: short(usual) })}
      inputMode={kinds.includes('whole') ? 'numeric' : undefined}
      onInput={({ currentTarget: { value: said } }) => set(said === '' ? emptied : typed(said, setting))}
    />
  )
}
