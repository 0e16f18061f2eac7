import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { facts } from '../hall-facts.ts'
import { say } from '../words.ts'
import { countersIn, zoneName } from './way-drawing.tsx'

/** Two rows of ten keys: what a thumb hits and eyes over sixty read. A larger zone gives its last key to the counters that follow. */
const KEYS = 20

/** The counters of one zone by their numbers, as they stand; a plan to scale has no room for them. */
export function CounterCells({
  floor,
  zone,
  sought,
  onTouch,
}: {
  floor: string
  zone: string
  sought: readonly string[]
  onTouch: (counter: string) => void
}): JSX.Element {
  const ids = countersIn(zone)
  const isOne = ids.length <= KEYS
  const each = isOne ? KEYS : KEYS - 1
  const pages = Math.ceil(ids.length / each)
  const page = useSignal(Math.max(0, Math.floor(ids.indexOf(sought[0] ?? '') / each)))
  // Found by its number: its page is turned up.
  useEffect(() => {
    const at = sought.length === 1 ? ids.indexOf(sought[0] ?? '') : -1
    if (at >= 0) page.value = Math.floor(at / each)
  }, [sought[0]])
  const accessible = new Set(facts.value.counters.filter((counter) => counter.accessible).map(({ id }) => id))
  return (
    <section class="counter-cells">
      <h2>
        {zoneName(floor, zone)} <span class="num">{counterRanges(ids)}</span> {say('planUnit')}
      </h2>
      <div class="cells">
        {ids.slice(page.value * each, (page.value + 1) * each).map((id) => (
          <button
            type="button"
            class={`key counter-cell num ${accessible.has(id) ? 'low-desk' : ''}`}
            key={id}
            aria-pressed={sought.length === 1 && sought[0] === id}
            aria-label={say('planCounter', { counter: id })}
            onClick={() => onTouch(id)}
          >
            {id}
            {accessible.has(id) && <Icon name="wheelchair" size={28} stroke={2} />}
          </button>
        ))}
        {!isOne && (
          <button type="button" class="key counter-more" onClick={() => void (page.value = (page.value + 1) % pages)}>
            {say(page.value === pages - 1 ? 'planFirstCounters' : 'planMoreCounters')}
          </button>
        )}
      </div>
    </section>
  )
}
