import type { ComponentChildren, JSX } from 'preact'
import { type Path, valueAt } from './draft.ts'
import type { OwnFieldProps } from './own-field-props.ts'
import { meaningOf } from './policy-words.ts'
import { say } from './words.ts'

const kinds = ['strict', 'interleave', 'ageing', 'first-come'] as const
type Kind = (typeof kinds)[number]
/** What a kind begins with. */
const begins: Record<Kind, object> = {
  'first-come': { kind: 'first-come' },
  strict: { kind: 'strict' },
  interleave: { kind: 'interleave', ordinary: 1, priority: 1 },
  ageing: { kind: 'ageing', headStartMinutes: 15 },
}

/** In which order people are called, from above: each rule in words, with what of it can be set; and what all of it means. */
export function PolicyRules({ path, parts, onChange }: OwnFieldProps): JSX.Element {
  const policy = valueAt(parts, path) as Partial<Record<string, unknown>> | null | undefined
  const kind = kinds.find((one) => one === policy?.kind) ?? 'strict'
  const number = (key: string): JSX.Element => (
    <Step
      value={policy?.[key]}
      onValue={(value) => onChange([...path, key], value)}
      name={say(`rules.${key as 'ordinary'}`)}
    />
  )
  const place = valueAt(parts, ['missed', 'place'])
  const minutes = valueAt(parts, ['missed', 'withinMinutes'])
  const missed: Path = ['missed', 'place']
  return (
    <>
      <ol class="rules">
        <Rule title={say('rules.booked')} note={say('rules.always')} />
        <Rule title={say('rules.first')}>
          <fieldset class="rules-kinds" aria-label={say('rules.first')}>
            {kinds.map((one) => (
              <button type="button" key={one} aria-pressed={kind === one} onClick={() => onChange(path, begins[one])}>
                {say(`rules.kinds.${one}`)}
              </button>
            ))}
          </fieldset>
          {kind === 'interleave' && (
            <span class="rules-numbers">
              {say('rules.each')} {number('ordinary')} {say('rules.then')} {number('priority')} {say('rules.ofThem')}
            </span>
          )}
          {kind === 'ageing' && (
            <span class="rules-numbers">
              {say('rules.asIf')} {number('headStartMinutes')} {say('rules.earlier')}
            </span>
          )}
        </Rule>
        <Rule title={say('rules.missed', { minutes: String(minutes ?? '') })}>
          <span class="rules-numbers">
            {say('rules.place')}
            <Step value={place} onValue={(value) => onChange(missed, value)} name={say('rules.place')} />
            {say('rules.ofHall')}
          </span>
        </Rule>
        <Rule title={say('rules.rest')} note={say('rules.always')} />
      </ol>
      <p class="hall-meaning">
        {say('meaning', { words: meaningOf(policy) })}{' '}
        {place !== undefined && say('rules.missedMeans', { place: String(place) })}
      </p>
    </>
  )
}

const Rule = ({
  title,
  note,
  children,
}: {
  title: string
  note?: string
  children?: ComponentChildren
}): JSX.Element => (
  <li>
    <b>{title}</b>
    {note !== undefined && <small>{note}</small>}
    {children}
  </li>
)

interface StepProps {
  value: unknown
  name: string
  onValue: (value: number) => void
}
const Step = ({ value, name, onValue }: StepProps): JSX.Element => {
  const now = typeof value === 'number' ? value : 1
  return (
    <span class="rules-step">
      <button type="button" aria-label={say('rules.less', { name })} onClick={() => onValue(Math.max(1, now - 1))}>
        −
      </button>
      <input
        class="num"
        inputMode="numeric"
        aria-label={name}
        value={now}
        onInput={({ currentTarget: { value: said } }) =>
          /^\d{1,3}$/.test(said) && Number(said) > 0 && onValue(Number(said))
        }
      />
      <button type="button" aria-label={say('rules.more', { name })} onClick={() => onValue(now + 1)}>
        +
      </button>
    </span>
  )
}
