import type { JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import { language } from '../../display/shared/page-words.ts'
import { say } from '../shared/rating/words.ts'

/** Says its own name in the other language. */
export const LanguageButton = (): JSX.Element => (
  <button
    type="button"
    class="tablet-button"
    onClick={() => void (language.value = language.value === 'en' ? 'zh-Hans' : 'en')}
  >
    <Icon name="globe" size={40} stroke={1.7} />
    {language.value === 'en' ? <span lang="zh-Hans">{say('otherLanguage')}</span> : <span lang="en">Language</span>}
  </button>
)
