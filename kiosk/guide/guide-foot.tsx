import type { JSX } from 'preact'
import type { Chime } from '../shared/staff/chime.ts'
import { KeyCap } from '../shared/staff/marks.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import { footKeys, say } from './words.ts'

/** What the keys do, whether calls ring, and where all keys stand. */
export const GuideFoot = ({
  chime,
  onSound,
  onKeys,
}: {
  chime: Chime
  onSound: () => void
  onKeys: () => void
}): JSX.Element => (
  <footer class="guide-foot">
    {footKeys.map(([key, word]) => (
      <span key={key}>
        <KeyCap>{key}</KeyCap> {say(word)}
      </span>
    ))}
    <span class="grow" />
    <button type="button" class="foot-key" aria-pressed={chime.isOn.value} onClick={onSound}>
      {chime.isOn.value ? say('soundOn') : say('soundOff')} <KeyCap>S</KeyCap>
    </button>
    <button type="button" class="foot-key" onClick={onKeys}>
      {sayStaff('allKeys')} <KeyCap>?</KeyCap>
    </button>
  </footer>
)
