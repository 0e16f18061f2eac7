import { useSignal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon, type IconName } from '../../display/shared/icons.tsx'
import { MoreDialog } from './read-behind.ts'
import { say as sayMode } from './modes/words.ts'
import { ReadKey, ReadingKeys } from './read/reading-keys.tsx'
import type { Reading } from './read/use-read-aloud.ts'
import type { Session } from './session.ts'
import { say } from './words.ts'

interface Key {
  icon: IconName
  word: string
  onPress: () => void
  /** null = no switch. */
  isOn?: boolean | null
}

/** Same place, always: leave on the left, a guide on the right, and between them how the visitor wants the terminal. */
export function Dock({ session, wide, reading }: { session: Session; wide: boolean; reading: Reading }): JSX.Element {
  const { where, press, wipe, elder, low, contrast, help, canCallGuide, callGuide, aloud } = session
  const isMore = useSignal(false)
  const away = where.value.value !== 'home'
  // What one visitor opened is not there for the next.
  useSignalEffect(() => {
    if (where.value.value === 'home') isMore.value = false
  })
  const stepFree = where.value.context.stepFree
  const leave: Key[] = [
    { icon: 'back', word: say('back'), onPress: () => press({ type: 'back' }) },
    { icon: 'home', word: say('home'), onPress: wipe },
  ]
  const modes: Key[] = [
    { icon: 'elder', word: sayMode('elder'), onPress: () => void (elder.value = true) },
    ...(wide
      ? []
      : [
          {
            icon: 'low' as const,
            word: sayMode(low.value ? 'lowOff' : 'low'),
            onPress: () => void (low.value = !low.value),
            isOn: low.value,
          },
        ]),
  ]
  const others: Key[] = [
    {
      icon: 'contrast',
      word: say('contrast'),
      onPress: () => void (contrast.value = !contrast.value),
      isOn: contrast.value,
    },
    { icon: 'wheelchair', word: say('wheelchair'), onPress: () => press({ type: 'step-free' }), isOn: stepFree },
  ]
  const more: Key[] = [{ icon: 'more', word: sayMode('more'), onPress: () => void (isMore.value = true) }]
  // Back, as a guide, stays where it is also while something is read.
  const isReading = aloud.isReading.value
  const first = isReading ? (away ? leave.slice(0, 1) : []) : away ? [...leave, ...modes] : [...modes, ...others]
  const last = away && !isReading ? more : []
  const cell = ({ icon, word, onPress, isOn = null }: Key): JSX.Element => (
    <button type="button" key={icon} aria-pressed={isOn ?? undefined} onClick={onPress}>
      <Icon name={icon} size={46} />
      {word}
    </button>
  )
  const Reads = isReading ? ReadingKeys : ReadKey
  return (
    <>
      <nav class="dock">
        {first.map(cell)}
        <Reads aloud={aloud} reading={reading} elder={false} />
        {last.map(cell)}
        <button type="button" class="guide" disabled={!canCallGuide.value} onClick={callGuide}>
          <Icon name="guide" size={46} stroke={1.8} />
          {help.value === null
            ? say('callGuide')
            : help.value.answeredBy === null
              ? say('guideCalled')
              : say('guideComing')}
        </button>
      </nav>
      {away && isMore.value && <MoreDialog session={session} onClose={() => void (isMore.value = false)} />}
    </>
  )
}
