import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ReviewedLanguage, TranslationFile } from '../contract/translation.ts'
import { chineseWords } from './chinese-words.ts'
import { faultOf, isReviewed } from './fault-of.ts'

const face = resolve(
  import.meta.dirname,
  '../../node_modules/@fontsource/noto-sans-mongolian/files/noto-sans-mongolian-mongolian-400-normal.woff2',
)
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * Every string as it will be drawn, beside its Chinese, for the two reviewers: one file that opens anywhere, with its face in it. Mongolian stands
 * upright, once large and once at the smallest size that a terminal has. `file` as `readTranslations` gives it.
 */
export function reviewPage(file: TranslationFile, language: ReviewedLanguage): string {
  const font = language === 'mn-Mong' ? readFileSync(face).toString('base64') : ''
  const all = chineseWords().map((word) => ({ word, one: file[word.part]?.[word.key] }))
  const done = all.filter(({ word, one }) => one && isReviewed(language, one, word.chinese)).length
  const rows = all.map(({ word: { part, key, chinese }, one }) => {
    const state = !one
      ? '没有译文'
      : one.chinese !== chinese
        ? '中文改过，要重看'
        : (faultOf(language, one) ?? (isReviewed(language, one, chinese) ? '两人审过' : '待审核'))
    const drawn = one
      ? `<td class="t">${escaped(one.text)}</td><td class="t s">${escaped(one.text)}</td>`
      : '<td></td><td></td>'
    const who = one ? [one.translator, ...one.reviewers, one.date ?? ''].filter((part) => part !== '').join('、') : ''
    return `<tr class="${state === '两人审过' ? 'ok' : ''}"><td>${part}<br><code>${escaped(key)}</code></td><td>${escaped(chinese)}</td>${drawn}<td>${escaped(who)}</td><td>${escaped(state)}</td></tr>`
  })
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>译文审核 ${language}</title><style>
@font-face { font-family: "Tingshi Mong"; src: url("data:font/woff2;base64,${font}") format("woff2"); unicode-range: U+1800-18AF, U+200C-200D, U+202F, U+11660-1166C; }
body { font: 16px/1.5 sans-serif; margin: 24px; color: #1d1a16; background: #f5f1e8; }
table { border-collapse: collapse; background: #fffdf8; } td, th { border: 1px solid #857b69; padding: 8px 12px; text-align: left; vertical-align: top; }
.t { font-family: "Tingshi Mong", sans-serif; font-size: 48px; line-height: 1.2; ${language === 'mn-Mong' ? 'writing-mode: vertical-lr;' : ''} overflow-wrap: normal; } .s { font-size: 32px; }
tr:not(.ok) td:last-child { background: #fbf0d6; color: #6e4800; font-weight: bold; }
</style></head><body><h1>译文审核 ${language}</h1>
<p>${done} / ${all.length} 条两人审过。两位审核人看字形、意思和长短，把名字和日期写进表里的“审核一”“审核二”“日期”，再导入。没审过的，来访者看到中文。</p>
<table><tr><th>哪里</th><th>中文</th><th>大字</th><th>小字</th><th>翻译、审核、日期</th><th>现在</th></tr>
${rows.join('\n')}
</table></body></html>
`
}
