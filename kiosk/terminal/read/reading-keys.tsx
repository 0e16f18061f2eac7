import type { JSX } from 'preact'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import type { Aloud } from './aloud.ts'
import type { Reading } from './use-read-aloud.ts'
import { say } from './words.ts'

interface Props {
  aloud: Aloud
  reading: Reading
  elder: boolean
}
const key = (icon: IconName, word: string, size: number, onPress: () => void, isOff = false): JSX.Element => (
  <button type="button" key={icon} class="reading-key" data-reading disabled={isOff} onClick={onPress}>
    <Icon name={icon} size={size} />
    {word}
  </button>
)

/** Begins to read the screen. */
export const ReadKey = ({ reading, elder }: Props): JSX.Element =>
  key('speaker', say(elder ? 'readElder' : 'read'), elder ? 64 : 46, reading.read)

/** While it is read: stop, again, and how loud. They stand in the dock, where they cover nothing. */
export function ReadingKeys({ aloud, reading, elder }: Props): JSX.Element {
  const size = elder ? 64 : 46
  return (
    <>
      {key('stop', say('stop'), size, reading.stop)}
      {key('again', say('again'), size, reading.read)}
      {key('softer', say('softer'), size, aloud.softer, aloud.isSoftest.value)}
      {key('louder', say('louder'), size, aloud.louder, aloud.isLoudest.value)}
    </>
  )
}
