import type { JSX } from 'preact'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { language } from '../../../display/shared/page-words.ts'
import { ReadKey, ReadingKeys } from '../read/reading-keys.tsx'
import type { Reading } from '../read/use-read-aloud.ts'
import type { Session } from '../session.ts'
import { say } from './words.ts'

interface Props {
  session: Session
  wide: boolean
  reading: Reading
}

/** The dock in large letters. A person comes first; at home that is one of the four actions already. */
export function ElderDock({ session, wide, reading }: Props): JSX.Element {
  const { where, press, elder, low, help, canCallGuide, callGuide, aloud } = session
  const isReading = aloud.isReading.value
  const isAway = where.value.value !== 'home'
  const key = (name: string, icon: IconName, word: string, onPress: () => void, isOff = false): JSX.Element => (
    <button type="button" class={name} disabled={isOff} onClick={onPress}>
      <Icon name={icon} size={64} stroke={1.6} />
      {word}
    </button>
  )
  const modes = (): JSX.Element => (
    <>
      {!wide && key('lower', 'low', say(low.value ? 'higher' : 'lower'), () => void (low.value = !low.value))}
      {key('globe', 'globe', say('otherLanguage'), () => {
        language.value = language.value === 'en' ? 'zh-Hans' : 'en'
      })}
      {key('leave-elder', 'elderOff', say('elderOff'), () => void (elder.value = false))}
    </>
  )
  return (
    <nav class={`dock ${isAway ? 'inner' : ''}`}>
      {isAway &&
        key('guide', 'guide', say(help.value === null ? 'askShort' : 'askedShort'), callGuide, !canCallGuide.value)}
      {isAway && key('back', 'back', say('back'), () => press({ type: 'back' }))}
      {isReading ? (
        <ReadingKeys aloud={aloud} reading={reading} elder={true} />
      ) : (
        <>
          <ReadKey aloud={aloud} reading={reading} elder={true} />
          {modes()}
        </>
      )}
    </nav>
  )
}
