import en from '../../assets/locales/en/own-name.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/own-name.json' with { type: 'json' }
import type { ComponentChildren, JSX } from 'preact'
import { language, pageWords } from '../../display/shared/page-words.ts'
import './own-name.css'

const { say } = pageWords('own-name', zh, { en })

/** A name that the hall gave: what its catalogue and its folder carry. */
export interface Named {
  name: string
  /** null, '' or not there = nobody has translated it. */
  nameEn?: string | null | undefined
}

/** In the visitor's language where the hall has it so, else as it is. */
export const nameIn = ({ name, nameEn }: Named): string => (language.value === 'en' && nameEn ? nameEn : name)

/** What a number is for, as its holder called it: a flow, a matter, or a kind of business. */
export const visitName = (one: VisitNames): Named =>
  one.flowName !== null
    ? { name: one.flowName, nameEn: one.flowNameEn }
    : one.matterName !== null
      ? { name: one.matterName, nameEn: one.matterNameEn }
      : { name: one.queueName, nameEn: one.queueNameEn }
export interface VisitNames {
  flowName: string | null
  flowNameEn: string | null
  matterName: string | null
  matterNameEn: string | null
  queueName: string
  queueNameEn: string | null
}

/** Shown in Chinese although the visitor reads another language. */
const isForeign = ({ name, nameEn }: Named): boolean =>
  language.value !== 'zh-Hans' && !nameEn && /\p{Script=Han}/u.test(name)

/** Beside a text of the hall's own that nobody has translated. */
export const ChineseMark = (): JSX.Element | null =>
  language.value === 'zh-Hans' ? null : <i class="in-chinese">{say('inChinese')}</i>

/**
 * A name in one language: English where the hall has it, else Chinese with a mark that says so, and never half of each. `children`: the
 * Chinese name drawn otherwise, with what was found in it marked.
 */
export function OwnName({ of, children }: { of: Named; children?: ComponentChildren }): JSX.Element {
  if (language.value === 'en' && of.nameEn) return <span lang="en">{of.nameEn}</span>
  if (!isForeign(of)) return <>{children ?? of.name}</>
  return (
    <>
      <span lang="zh-Hans">{children ?? of.name}</span> <ChineseMark />
    </>
  )
}
