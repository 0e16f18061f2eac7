import type { JSX } from 'preact'
import en from '../../assets/locales/en/language.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/language.json' with { type: 'json' }
import { language, pageWords } from '../../display/shared/page-words.ts'
import { chooseLanguage } from '../../display/shared/visitor-language.ts'
import './language-switch.css'

const { say } = pageWords('language', zh, { en })

/** The other language, in its own words: whoever cannot read the page finds it. */
export function LanguageSwitch(): JSX.Element {
  const isEnglish = language.value === 'en'
  return (
    <button
      type="button"
      class="language-switch"
      lang={isEnglish ? 'zh-Hans' : 'en'}
      onClick={() => chooseLanguage(isEnglish ? 'zh-Hans' : 'en')}
    >
      {say('other')}
    </button>
  )
}
