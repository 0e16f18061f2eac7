import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type HallKey, hallKeys } from '../../gateway/hall/hall-keys.ts'
import { yamlText } from '../../gateway/hall/yaml-text.ts'
import { fileOfKey } from '../../gateway/hall/read-hall.ts'

const root = resolve(import.meta.dirname, '../..')
const place = resolve(root, 'docs/hall.md')

/** What a key is called and means, for people; without an example it is put together from those below it. */
export interface KeyWords {
  name: string
  says?: string
  example?: unknown
}
export const keyWords = JSON.parse(
  readFileSync(resolve(root, 'assets/locales/zh-Hans/hall-keys.json'), 'utf8'),
) as Record<string, KeyWords>

const kinds: Record<HallKey['kinds'][number], string> = {
  text: '文字',
  number: '数',
  whole: '整数',
  'yes-no': 'true 或 false',
  choice: '选一个',
  list: '列表',
  map: '名称 → 内容',
  group: '几项',
  tuple: '几个数',
}
/** In a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '\\n')
const code = (value: unknown): string => `\`${cell(yamlText(value))}\``
/** An example of a key: its own, or what its own keys show together. undefined = there is none. */
export function exampleOf(path: string, keys: readonly HallKey[]): unknown {
  const own = keyWords[path]?.example
  if (own !== undefined) return own
  const key = keys.find((one) => one.path === path)
  const below = (prefix: string): unknown =>
    Object.fromEntries(
      keys.flatMap((one) => {
        const name = one.path.startsWith(`${prefix}.`) ? one.path.slice(prefix.length + 1) : ''
        return /^[^.[]+$/.test(name) ? [[name, exampleOf(one.path, keys)]] : []
      }),
    )
  if (key?.kinds.includes('list')) return [below(`${path}[]`)]
  return key?.kinds.includes('group') ? below(path) : undefined
}

function typeOf({ kinds: own, choices, least, most, mayBeNull }: HallKey): string {
  const words = own.map((kind) => (kind === 'choice' ? choices.map((one) => `\`${one}\``).join(' ') : kinds[kind]))
  const bounds = least !== null && most !== null ? `${least}–${most}` : least !== null ? `不小于 ${least}` : ''
  return [...words, ...(bounds === '' ? [] : [bounds]), ...(mayBeNull ? ['null'] : [])].join('，')
}

function rowOf(key: HallKey, keys: readonly HallKey[]): string {
  const { name = '', says = '' } = keyWords[key.path] ?? {}
  const usual = key.usual === undefined ? '要写' : yamlText(key.usual).length > 60 ? '见下面各项' : code(key.usual)
  const said = [name, says].filter((text) => text !== '').join('：')
  return `| \`${key.path}\` | ${cell(said)} | ${typeOf(key)} | ${usual} | ${code(exampleOf(key.path, keys))} |`
}

/** docs/hall.md, from the schemas and the words. */
export function hallDoc(): string {
  const keys = hallKeys()
  const files = new Map<string, HallKey[]>()
  for (const key of keys) {
    const file = fileOfKey(key.path.split(/[.[]/)[0] ?? '')
    files.set(file, [...(files.get(file) ?? []), key])
  }
  const tables = [...files].flatMap(([file, own]) => [
    `## ${file}`,
    '',
    '| 项 | 是什么 | 怎么写 | 不写就是 | 例子 |',
    '|---|---|---|---|---|',
    ...own.map((key) => rowOf(key, keys)),
    '',
  ])
  return [
    '# 大厅文件夹的每一项',
    '',
    '新大厅：`npm run tingshi -- new 文件夹`，回答五个问题就有一份能开门的。改完检查：`npm run tingshi -- check 文件夹`，写错的会说在哪一行、怎么改。',
    '也可以在 `/manage/` 的“大厅”里改：同样的检查，能撤销，有记录。事项在 `matters/*.yaml`，或者导入。',
    '',
    '`[]` 是列表里的每一行，`*` 是每个名字。时间和数字样的文字（`"09:00"`、`"1"`）要加引号。没有的文件和“不写就是”有内容的项都可以不写；要有的只是 hall.yaml、departments.yaml、queues.yaml、counters.yaml。',
    '',
    '这一页由程序的检查规则写成：改了规则就运行 `node assets/scripts/make-hall-doc.ts`，测试会对。',
    '',
    ...tables,
  ].join('\n')
}

if (import.meta.main) writeFileSync(place, hallDoc())
