import type { JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import type { Session } from './session.ts'
import { language } from '../../display/shared/page-words.ts'
import { say } from './words.ts'

/** Same place, always: leave on the left, a guide on the right. */
export function Dock({ session }: { session: Session }): JSX.Element {
  const { where, press, wipe, contrast, help, canCallGuide, callGuide } = session
  const away = where.value.value !== 'home'
  return (
    <nav class="dock">
      {away && (
        <button type="button" onClick={() => press({ type: 'back' })}>
          <Icon name="back" size={46} />
          {say('back')}
        </button>
      )}
      {away && (
        <button type="button" onClick={wipe}>
          <Icon name="home" size={46} />
          {say('home')}
        </button>
      )}
      {away && (
        <button type="button" onClick={() => void (language.value = language.value === 'en' ? 'zh-Hans' : 'en')}>
          <Icon name="globe" size={46} />
          {say('language')}
        </button>
      )}
      <button type="button" aria-pressed={contrast.value} onClick={() => void (contrast.value = !contrast.value)}>
        <Icon name="contrast" size={46} />
        {say('contrast')}
      </button>
      <button type="button" aria-pressed={where.value.context.stepFree} onClick={() => press({ type: 'step-free' })}>
        <Icon name="wheelchair" size={46} />
        {say('wheelchair')}
      </button>
      <button type="button" class="guide" disabled={!canCallGuide.value} onClick={callGuide}>
        <Icon name="guide" size={46} stroke={1.8} />
        {help.value === null
          ? say('callGuide')
          : help.value.answeredBy === null
            ? say('guideCalled')
            : say('guideComing')}
      </button>
    </nav>
  )
}
