import type { JSX } from 'preact'
import { say } from './words.ts'

export type EntryBy = 'pinyin' | 'write' | 'strokes'
const ways: readonly EntryBy[] = ['pinyin', 'write', 'strokes']

/** The ways to write what is looked for; all three lead to the same results. */
export function EntryModes({ by, onChange }: { by: EntryBy; onChange: (by: EntryBy) => void }): JSX.Element {
  return (
    <>
      {ways.map((one) => (
        <button type="button" class="key tool entry" key={one} aria-pressed={one === by} onClick={() => onChange(one)}>
          {say(one)}
        </button>
      ))}
    </>
  )
}
