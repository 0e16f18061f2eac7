import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { language } from '../../../display/shared/page-words.ts'
import type { Session } from '../session.ts'
import { Veil } from '../veil.tsx'
import { say as sayTerminal } from '../words.ts'
import { sayComplain } from '../complain/words.ts'
import { say } from './words.ts'

/** What has no room in the dock of an inner screen. */
export function MoreDialog({ session, onClose }: { session: Session; onClose: () => void }): JSX.Element {
  const { contrast, where, press } = session
  return (
    <Veil>
      <div class="dialog more-dialog" role="dialog" aria-modal="true" aria-labelledby="more-title" tabIndex={-1}>
        <h2 class="serif" id="more-title">
          {say('moreTitle')}
        </h2>
        <button
          type="button"
          class="outlined"
          aria-pressed={contrast.value}
          onClick={() => void (contrast.value = !contrast.value)}
        >
          <Icon name="contrast" size={56} />
          {sayTerminal('contrast')}
        </button>
        <button
          type="button"
          class="outlined"
          aria-pressed={where.value.context.stepFree}
          onClick={() => press({ type: 'step-free' })}
        >
          <Icon name="wheelchair" size={56} />
          {sayTerminal('wheelchair')}
        </button>
        <button
          type="button"
          class="outlined"
          onClick={() => void (language.value = language.value === 'en' ? 'zh-Hans' : 'en')}
        >
          <Icon name="globe" size={56} />
          {sayTerminal('language')}
        </button>
        <button
          type="button"
          class="outlined to-complain"
          onClick={() => {
            onClose()
            press({ type: 'complain' })
          }}
        >
          <Icon name="pen" size={56} />
          {sayComplain('title')}
        </button>
        <button type="button" class="main-action" onClick={onClose}>
          {sayTerminal('close')}
        </button>
      </div>
    </Veil>
  )
}
