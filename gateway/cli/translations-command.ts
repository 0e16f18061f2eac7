import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ReviewedLanguage, type TranslationFile, reviewedLanguages } from '../contract/translation.ts'
import { readTranslations, shownTranslations, translationPath } from '../translations/read-translations.ts'
import { reviewPage } from '../translations/review-page.ts'
import { readTranslationSheet, translationSheet } from '../translations/translation-sheet.ts'

const usage = `用法：npm run tingshi -- translations check|export|import|page [文件] [--language mn-Mong]
  check              说有几条两人审过，来访者看得到
  export 文件.xlsx   给翻译单位：每条中文、译文、翻译、两位审核人、日期
  import 文件.xlsx   收回来；有错的行不收，一行一行说
  page 文件.html     给两位审核人：每一条都按真的样子画出来
译文放在大厅文件夹的 translations/ 里。语言是 mn-Mong（传统蒙古文）或 mn-Cyrl（西里尔蒙古文）。
大厅文件夹写上 languages: [zh-Hans, en, mn-Mong]，首页的话都审过了，终端上才有这种语言。`

function writeWhole(file: string, content: string | Uint8Array): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, content)
    renameSync(`${file}.part`, file)
    return true
  } catch {
    console.error(`写不了文件 ${file}。请检查文件夹和权限，并关掉正在打开它的表格软件。`)
    return false
  }
}

/** Strings of a language that people must check: out to the translation office and in again, and a page for the two reviewers. */
export async function translationsCommand(args: string[], { hallDir }: { hallDir: string }): Promise<number> {
  const at = args.indexOf('--language')
  const language = reviewedLanguages.find((one) => one === (at < 0 ? 'mn-Mong' : args[at + 1]))
  const [verb, file] = args.filter((word, nth) => !word.startsWith('--') && (at < 0 || nth !== at + 1))
  if (language === undefined || verb === undefined || (verb !== 'check' && file === undefined)) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  let known: TranslationFile
  try {
    known = readTranslations(hallDir, language)
  } catch {
    console.error(`读不了 ${translationPath(hallDir, language)}，文件坏了。请用备份换回来，或重新导入。`)
    return 1
  }
  if (verb === 'check' || file === undefined) return check(known, language)
  if (verb === 'export') return writeWhole(file, await translationSheet(known, language)) ? 0 : 1
  if (verb === 'page') return writeWhole(file, reviewPage(known, language)) ? 0 : 1
  if (verb === 'import') return takeIn(file, known, hallDir, language)
  console.log(usage)
  return 2
}

function check(known: TranslationFile, language: ReviewedLanguage): number {
  const { words, of } = shownTranslations(known, language)
  const shown = Object.values(words).reduce((sum, part) => sum + Object.keys(part).length, 0)
  console.log(`${language}：${of} 条里 ${shown} 条两人审过，来访者看得到；别的显示中文。`)
  return 0
}

function takeIn(file: string, known: TranslationFile, hallDir: string, language: ReviewedLanguage): number {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    console.error(`打不开文件 ${file}。请检查名字和权限。`)
    return 2
  }
  const read = readTranslationSheet(bytes, language)
  if (!read.ok) {
    console.error(`没有导入：${read.message}`)
    return 1
  }
  for (const { row, why } of read.refused) console.error(`第 ${row} 行没有收：${why}`)
  const next = { ...known }
  for (const [part, words] of Object.entries(read.file)) next[part] = { ...next[part], ...words }
  if (!writeWhole(translationPath(hallDir, language), `${JSON.stringify(next, null, 2)}\n`)) return 1
  console.log(`收了 ${read.taken} 条，${read.refused.length} 条没有收。`)
  return check(next, language)
}
