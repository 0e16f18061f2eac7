import zh from '../../assets/locales/zh-Hans/lobby.json' with { type: 'json' }
import { pageWords } from '../shared/page-words.ts'

export const { say } = pageWords('lobby', zh)
