import en from '../../assets/locales/en/strip.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/strip.json' with { type: 'json' }
import { wordsBeside } from '../shared/fill-words.ts'
import { pageWords } from '../shared/page-words.ts'

export const { say } = pageWords('strip', zh)
/** The English that stands below the Chinese. */
export const sayBeside = wordsBeside(en)
