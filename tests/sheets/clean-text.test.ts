import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readMatterRows } from '../../gateway/catalogue/read-matter-rows.ts'
import { clean, cleanLines } from '../../gateway/sheets/clean-text.ts'

test.each([
  ['<p>一、甲；</p><p>二、乙。</p>', '一、甲；\n二、乙。'],
  ['<ol><li>受理<ul><li>初审</li><li>复审</li></ul></li><li>决定</li></ol>', '受理\n初审\n复审\n决定'],
  ['<table><tr><td>1</td><td>身份证</td></tr><tr><td>2</td><td>户口簿</td></tr></table>', '1 身份证\n2 户口簿'],
  [
    '&ldquo;16周岁&rdquo;&mdash;&mdash;以上&hellip;&middot;&times;&emsp;&#8220;x&#8221;&lt;5&gt;',
    '“16周岁”——以上…·× “x”<5>',
  ],
  ['&amp;lt;p&amp;gt;双重&amp;lt;/p&amp;gt;', '双重'],
  ['&amp;amp;lt;p&amp;amp;gt;三重&amp;amp;lt;/p&amp;amp;gt;', '三重'],
  [
    '<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>p{margin:0}</style><p>正文<o:p></o:p></p>',
    '正文',
  ],
  ['<script>if (1<2) alert("</p>")</script>正文', '正文'],
  ['条件见图：<img src="data:image/png;base64,iVBORw0KGgo=" alt="">', '条件见图：'],
  [`<span style="${'font-family:宋体;'.repeat(400)}">长样式</span>`, '长样式'],
  ['A<B 且 B>C', 'A<B 且 B>C'],
  ['A&lt;B 且 B&gt;C', 'A<B 且 B>C'],
  ['年龄<18岁且>16岁', '年龄<18岁且>16岁'],
  ['邮箱：a<b@c.com>', '邮箱：a<b@c.com>'],
  ['<<食品安全法>>第十条', '<<食品安全法>>第十条'],
  ['若 a<b>c 则', '若 a<b>c 则'],
  ['<b>加粗</b>、A<B', '加粗、A<B'],
  ['没有写完的 x<y', '没有写完的 x<y'],
  ['甲<br>乙<BR/>丙', '甲\n乙\n丙'],
  ['R&D &nbsp和 AT&T', 'R&D 和 AT&T'],
  ['&constructor; &nosuch;', '&constructor; &nosuch;'],
])('TB11 %j is read as %j', (html, text) => expect(cleanLines(html)).toBe(text))

test('TB11 an address keeps what looks like an entity', () => {
  expect(clean('https://hall.example/?a=1&copy=2&timestamp=3&region=4')).toBe(
    'https://hall.example/?a=1&copy=2&timestamp=3&region=4',
  )
})

test('TB11 a table pasted into the materials is a list with its copies; no markup is left in any cell', async () => {
  const file = readFileSync(resolve(import.meta.dirname, '../fixtures/faults/imports/60-html.xlsx'))
  const read = await readMatterRows(file)
  if (!read.ok) throw new Error(read.message)
  expect(read.rows[1]?.lists.materials).toEqual([
    { name: '身份证', copies: '2份' },
    { name: '户口簿', copies: '1份' },
  ])
  const all = JSON.stringify(read.rows.flatMap(({ lists }) => [lists.materials, lists.steps]))
  expect(all).not.toMatch(/<\/?(p|div|table|td|span|style|script|img|li)\b|base64|&[a-z]+;/i)
})
