import type { JSX } from 'preact'
import type { SettingFault, SettingKey } from '../../../gateway/contract/hall-settings.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { type Parts, type Path, keysBelow, patternOf, valueAt } from './draft.ts'
import { Entry } from './entry.tsx'
import { choiceWord, exampleFor, lastOf, wordsOf } from './key-words.ts'
import { fitting, kindAt } from './of-kind.ts'
import { ownFields } from './own-fields.tsx'
import { say } from './words.ts'

export interface FormProps {
  keys: readonly SettingKey[]
  /** The hall as it would be, and as it is. */
  parts: Parts
  before: Parts
  faults: readonly SettingFault[]
  onChange: (path: Path, value: unknown) => void
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
  const Own = ownFields[setting.path]
  return (
    <div
      class={`hall-field${isWide ? ' hall-field-wide' : ''}${own.length > 0 ? ' hall-field-wrong' : ''}`}
      data-key={at}
    >
      <div class="hall-label">
        <span>{name}</span>
        {isChanged && <i class="hall-dot" title={say('changed')} />}
        {says !== undefined && !Own && !setting.choices.some((one) => choiceWord(says, one) !== '') && (
          <small>{says}</small>
        )}
      </div>
      {Own?.picture && <Own.picture path={path} parts={form.parts} onChange={form.onChange} />}
      {Own?.isWhole ? null : isRows ? (
        <Rows path={path} setting={setting} value={value} {...form} />
      ) : hasBelow ? (
        <Group path={path} setting={setting} value={value} {...form} />
      ) : (
        <Entry path={path} setting={setting} value={value} {...form} />
      )}
      {own.map(({ message }) => (
        <p key={message} class="hall-wrong">
          {message}
        </p>
      ))}
    </div>
  )
}

type PartProps = FormProps & { path: Path; setting: SettingKey; value: unknown }

/** A part that may be away: switched on it begins with an example. */
function Group({ path, setting, value, ...form }: PartProps): JSX.Element {
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

function Rows({ path, setting, value, ...form }: PartProps): JSX.Element {
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
