import {
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml'
import { nameText, yamlText } from './yaml-text.ts'

type Path = readonly (string | number)[]

/**
 * A YAML text with one value set at a path, or taken out (`undefined`). Only the characters of that value change: comments, order and the
 * way of writing of everything else stay. A list is made longer by setting the place behind its last row. Throws where the path leads
 * through something that is neither a map nor a list.
 */
export function editYaml(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text)
  return value === undefined ? taken(text, document, path) : set(text, document, path, value)
}

const nodeAt = (document: Document, path: Path): Node | null => {
  const found = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(found) ? found : null
}
const rangeOf = (node: Node | null): readonly [number, number] => {
  if (!node?.range) throw new Error('a part of the file has no place')
  return [node.range[0], node.range[1]]
}
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1)
const spliced = (text: string, from: number, to: number, inside: string): string =>
  text.slice(0, from) + inside + text.slice(to)

function set(text: string, document: Document, path: Path, value: unknown): string {
  const here = path.length === 0 ? document.contents : nodeAt(document, path)
  if (here && path.length > 0) {
    const [from, to] = rangeOf(here)
    // `key:` without a value has a place of no width.
    if (from === to) return spliced(text, from, to, `${/\s$/.test(text.slice(0, from)) ? '' : ' '}${yamlText(value)}`)
    return spliced(text, from, to, yamlText(value))
  }
  const last = path.at(-1)
  if (last === undefined) return `${text.replace(/\n*$/, '\n')}${yamlText(value)}\n`
  const above = path.slice(0, -1)
  const holder = nodeAt(document, above)
  if (isMap(holder)) return withKey(text, holder, String(last), value)
  if (isSeq(holder)) return withRow(text, holder, value)
  if (holder && !(isScalar(holder) && holder.value === null)) throw new Error(`${above.join('.')} holds no ${last}`)
  const one = typeof last === 'number' ? [value] : { [last]: value }
  if (above.length > 0) return set(text, document, above, one)
  // A file with nothing in it but comments.
  const line = typeof last === 'number' ? `- ${yamlText(value)}` : `${nameText(last)}: ${yamlText(value)}`
  return `${text.replace(/\n*$/, '\n').replace(/^\n/, '')}${line}\n`
}

function withKey(text: string, map: YAMLMap, key: string, value: unknown): string {
  const line = `${nameText(key)}: ${yamlText(value)}`
  return map.flow ? inFlow(text, map, line) : belowLast(text, map.items as Pair[], line, rangeOf(map)[0])
}
function withRow(text: string, list: YAMLSeq, value: unknown): string {
  if (list.flow) return inFlow(text, list, yamlText(value))
  // The dash stands before what the first row begins with.
  const dash = text.lastIndexOf('-', rangeOf(list.items[0] as Node)[0] - 1)
  return belowLast(text, list.items as Node[], `- ${yamlText(value)}`, dash)
}
function inFlow(text: string, holder: YAMLMap | YAMLSeq, inside: string): string {
  const [from, to] = rangeOf(holder)
  const isEmpty = holder.items.length === 0
  const before = text.slice(from, to - 1).trimEnd()
  const pad = isMap(holder) ? ' ' : ''
  return spliced(text, from, to - 1, isEmpty ? `${before}${pad}${inside}${pad}` : `${before}, ${inside}${pad}`)
}
/** A line of its own behind the last one, as far in as `at` stands. */
function belowLast(text: string, items: readonly (Pair | Node)[], line: string, at: number): string {
  const end = lineEnd(text, endOf(items.at(-1) as Pair | Node))
  return spliced(text, end, end, `\n${' '.repeat(columnOf(text, at))}${line}`)
}

/** Where an item's last sign stands; of a block that ends with a line, that line's end. */
function endOf(item: Pair | Node): number {
  if (isNode(item)) {
    if ((isMap(item) || isSeq(item)) && !item.flow && item.items.length > 0)
      return endOf(item.items.at(-1) as Pair | Node)
    return rangeOf(item)[1]
  }
  const { key, value } = item as Pair<Node, Node | null>
  return isNode(value) ? endOf(value) : rangeOf(key)[1]
}
const startOf = (item: Pair | Node): number => rangeOf(isNode(item) ? item : (item as Pair<Node>).key)[0]

function taken(text: string, document: Document, path: Path): string {
  const last = path.at(-1)
  const holder = nodeAt(document, path.slice(0, -1))
  if (last === undefined || !(isMap(holder) || isSeq(holder))) return text
  const items = holder.items as (Pair | Node)[]
  const at = isSeq(holder)
    ? Number(last)
    : items.findIndex((item) => String((item as Pair<{ value: unknown }>).key.value) === String(last))
  const item = items[at]
  if (item === undefined) return text
  const nothing = isSeq(holder) ? '[]' : '{}'
  // A whole file may be without rows; inside of it an empty list must be written.
  if (items.length === 1 && path.length > 1) return set(text, document, path.slice(0, -1), isSeq(holder) ? [] : {})
  if (holder.flow) {
    if (items.length === 1) return spliced(text, ...rangeOf(holder), nothing)
    const next = items[at + 1]
    return next
      ? spliced(text, startOf(item), startOf(next), '')
      : spliced(text, endOf(items[at - 1] as Pair | Node), endOf(item), '')
  }
  const from = text.lastIndexOf('\n', startOf(item) - 1) + 1
  return spliced(text, from, Math.min(text.length, lineEnd(text, endOf(item)) + 1), '')
}
