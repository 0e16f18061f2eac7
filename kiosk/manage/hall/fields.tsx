import type { JSX } from 'preact'
import keyWords from '../../../assets/locales/zh-Hans/hall-keys.json' with { type: 'json' }
import type { SettingFault, SettingKey } from '../../../gateway/contract/hall-settings.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { type Parts, type Path, keysBelow, lastStep, patternOf, valueAt } from './draft.ts'
import { choicesFor } from './references.ts'
import { say } from './words.ts'

interface KeyWords {
  name: string
  says?: string
  example?: unknown
}
export const wordsOf = (pattern: string): KeyWords =>
  (keyWords as Readonly<Record<string, KeyWords>>)[pattern] ?? { name: pattern }

export interface FormProps {
  keys: readonly SettingKey[]
  /** The hall as it would be, and as it is. */
  parts: Parts
  before: Parts
  faults: readonly SettingFault[]
  onChange: (path: Path, value: unknown) => void
}

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === undefined ? '' : text.length > 24 ? `${text.slice(0, 24)}…` : text
}

/** All keys of a group or a row, each as a field. */
export function Fields({ path, ...form }: FormProps & { path: Path }): JSX.Element {
  const kind = kindAt(form.parts, path)
  return (
    <div class="hall-fields">
      {fitting(keysBelow(form.keys, patternOf(path)), kind).map((key) => (
        <Field key={key.path} path={[...path, lastOf(key)]} setting={key} {...form} />
      ))}
    </div>
  )
}
/** Of what kind something is, where there are several. */
const kindAt = (parts: Parts, path: Path): string | null => {
  const kind = valueAt(parts, [...path, 'kind']) ?? valueAt(parts, [...path, 'part'])
  return typeof kind === 'string' ? kind : null
}
const fitting = (keys: readonly SettingKey[], kind: string | null): SettingKey[] =>
  keys.filter(({ only }) => only === null || kind === null || only.includes(kind))
/** The same as another kind: what that has not goes, what it needs comes from the examples. */
function asKind(form: FormProps, path: Path, name: string, kind: string): unknown {
  const before = valueAt(form.parts, path) as Record<string, unknown>
  const keys = fitting(keysBelow(form.keys, patternOf(path)), kind)
  return Object.fromEntries(
    keys.flatMap((key): [string, unknown][] => {
      const own = lastOf(key)
      if (own === name) return [[own, kind]]
      if (before[own] !== undefined) return [[own, before[own]]]
      return key.usual === undefined ? [[own, exampleFor(form.keys, key.path)]] : []
    }),
  )
}
const lastOf = ({ path }: SettingKey): string => path.slice(path.lastIndexOf('.') + 1)

/** One key: its name, its field, what is wrong with it. */
export function Field({ path, setting, ...form }: FormProps & { path: Path; setting: SettingKey }): JSX.Element {
  const { name, says } = wordsOf(setting.path)
  const value = valueAt(form.parts, path)
  const at = path.join('.')
  const own = form.faults.filter(({ key }) => key === at)
  const isChanged = JSON.stringify(value) !== JSON.stringify(valueAt(form.before, path))
  const hasBelow = keysBelow(form.keys, setting.path).length > 0
  const isRows = setting.kinds.includes('list') && keysBelow(form.keys, `${setting.path}[]`).length > 0
  const isWide = hasBelow || isRows || setting.kinds.includes('map')
  return (
    <div
      class={`hall-field${isWide ? ' hall-field-wide' : ''}${own.length > 0 ? ' hall-field-wrong' : ''}`}
      data-key={at}
    >
      <div class="hall-label">
        <span>{name}</span>
        {isChanged && <i class="hall-dot" title={say('changed')} />}
        {says !== undefined && !setting.choices.some((one) => choiceWord(says, one) !== '') && <small>{says}</small>}
      </div>
      <Entry path={path} setting={setting} value={value} hasBelow={hasBelow} isRows={isRows} {...form} />
      {own.map(({ message }) => (
        <p key={message} class="hall-wrong">
          {message}
        </p>
      ))}
    </div>
  )
}

interface EntryProps extends FormProps {
  path: Path
  setting: SettingKey
  value: unknown
  hasBelow: boolean
  isRows: boolean
}

function Entry(props: EntryProps): JSX.Element {
  const { path, setting, value, hasBelow, isRows, onChange, parts } = props
  const { kinds, choices, usual, mayBeNull } = setting
  const absent = value === undefined || value === null
  const isKind = kinds.includes('choice') && ['kind', 'part'].includes(lastStep(path))
  const set = (next: unknown): void =>
    isKind && typeof next === 'string'
      ? onChange(path.slice(0, -1), asKind(props, path.slice(0, -1), lastStep(path), next))
      : onChange(path, next)
  const { says = '' } = wordsOf(setting.path)
  if (isRows) return <Rows {...props} />
  if (hasBelow) return <Group {...props} />
  if (kinds.includes('yes-no')) {
    const on = absent ? usual === true : value === true
    return (
      <button type="button" class="hall-toggle" role="switch" aria-checked={on} onClick={() => set(!on)}>
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
        value={absent ? '' : String(value)}
        onChange={({ currentTarget: { value: said } }) =>
          set(said === '' ? (usual === undefined && mayBeNull ? null : undefined) : typed(said, setting))
        }
      >
        <option value="">{usual === undefined && !mayBeNull ? say('choose') : say('none')}</option>
        {(known ?? choices.map((one) => ({ id: String(one), name: choiceWord(says, one) }))).map(({ id, name }) => (
          <option key={id} value={id}>
            {known === null && name !== '' ? name : name === '' ? id : `${id}　${name}`}
          </option>
        ))}
      </select>
    )
  const isPlain = !kinds.some((kind) => ['map', 'tuple', 'group'].includes(kind))
  return (
    <input
      class="entry"
      value={
        absent
          ? ''
          : isPlain
            ? String(value)
            : isTuple(setting)
              ? ([] as unknown[]).concat(value).join(', ')
              : JSON.stringify(value)
      }
      placeholder={usual === undefined || usual === null ? '' : say('usual', { value: short(usual) })}
      inputMode={kinds.includes('whole') ? 'numeric' : undefined}
      onInput={({ currentTarget: { value: said } }) =>
        set(said === '' ? (usual === undefined && mayBeNull ? null : undefined) : typed(said, setting))
      }
    />
  )
}

const isTuple = ({ kinds }: SettingKey): boolean => kinds.length === 1 && kinds[0] === 'tuple'
/** What a choice is called, as the words of its key tell: strict 优先的在前. '' = they do not. */
const choiceWord = (says: string, choice: string | number): string =>
  new RegExp(`(?:^|[；、，。：])${choice} ([^；、，。]+)`).exec(says)?.[1] ?? ''

/** What was typed as it belongs into the file; what is no number stays text, and the check says so. */
function typed(said: string, setting: SettingKey): unknown {
  const { kinds, choices } = setting
  if (isTuple(setting)) {
    const numbers = said.split(/[,，\s]+/).filter((one) => one !== '')
    return numbers.every((one) => /^\d+(\.\d+)?$/.test(one)) ? numbers.map(Number) : said
  }
  if (kinds.some((kind) => ['map', 'tuple', 'group'].includes(kind))) {
    try {
      return JSON.parse(said)
    } catch {
      return said
    }
  }
  const isNumber = kinds.includes('whole') || kinds.includes('number') || choices.some((one) => one === Number(said))
  return isNumber && /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : said
}

/** A part that may be away: switched on it begins with an example. */
function Group({ path, setting, value, hasBelow: _, isRows: __, ...form }: EntryProps): JSX.Element {
  const isThere = value !== undefined && value !== null
  const mayGo = setting.mayBeNull || setting.usual !== undefined
  return (
    <>
      {mayGo && (
        <button
          type="button"
          class="hall-toggle"
          role="switch"
          aria-checked={isThere}
          onClick={() => form.onChange(path, isThere ? undefined : exampleFor(form.keys, setting.path))}
        >
          <i />
          {isThere ? say('on') : say('offUsual')}
        </button>
      )}
      {(isThere || !mayGo) && <Fields path={path} {...form} />}
    </>
  )
}

/** What must be written of a part, from the examples. */
export function exampleFor(keys: readonly SettingKey[], pattern: string): unknown {
  const own = wordsOf(pattern).example
  if (own !== undefined) return own
  return Object.fromEntries(
    keysBelow(keys, pattern)
      .filter(({ usual }) => usual === undefined)
      .map((key) => [lastOf(key), exampleFor(keys, key.path)]),
  )
}

function Rows({ path, setting, value, hasBelow: _, isRows: __, ...form }: EntryProps): JSX.Element {
  const rows = Array.isArray(value) ? (value as unknown[]) : []
  return (
    <div class="hall-rows">
      {rows.map((_, nth) => (
        <div key={nth} class="hall-row">
          <Fields path={[...path, nth]} {...form} />
          <button type="button" class="hall-remove" onClick={() => form.onChange([...path, nth], undefined)}>
            <Icon name="close" size={18} /> {say('remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        class="hall-add"
        onClick={() => form.onChange([...path, rows.length], exampleFor(form.keys, `${setting.path}[]`))}
      >
        + {say('addRow')}
      </button>
    </div>
  )
}

function Chips({
  list,
  known,
  isNumber,
  onChange,
}: {
  list: readonly unknown[]
  known: readonly { id: string; name: string }[] | null
  isNumber: boolean
  onChange: (list: unknown[]) => void
}): JSX.Element {
  const add = (said: string): void => {
    const one = isNumber ? Number(said) : said.trim()
    if (said.trim() !== '' && !list.includes(one)) onChange([...list, one])
  }
  return (
    <div class="hall-chips">
      {list.map((one) => (
        <span key={String(one)} class="hall-chip">
          {typeof one === 'object' ? JSON.stringify(one) : String(one)}
          <button
            type="button"
            aria-label={say('removeOne', { name: String(one) })}
            onClick={() => onChange(list.filter((other) => other !== one))}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      {known ? (
        <select class="entry hall-chip-add" value="" onChange={({ currentTarget }) => add(currentTarget.value)}>
          <option value="">+ {say('addOne')}</option>
          {known
            .filter(({ id }) => !list.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name === '' ? id : `${id}　${name}`}
              </option>
            ))}
        </select>
      ) : (
        <input
          class="entry hall-chip-add"
          placeholder={`+ ${say('addOne')}`}
          onChange={({ currentTarget }) => {
            add(currentTarget.value)
            currentTarget.value = ''
          }}
        />
      )}
    </div>
  )
}
