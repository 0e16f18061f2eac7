import { LineCounter, isMap, isScalar, parseDocument } from 'yaml'
import type { HallFolder } from './hall-folder.ts'
import type { HallFault } from './hall-fault.ts'
import { notUtf8, utf8Of } from '../sheets/read-utf8.ts'

export interface Sheet {
  value: unknown
  faults: HallFault[]
  /** A fault at a path of this file; a missing key is told at the place where it should stand. */
  faultAt(path: readonly PropertyKey[], message: string, shownAs?: readonly PropertyKey[]): HallFault
}

/** One YAML file with the line and column of everything in it. `mayBeAbsent`: without the file nothing is said in it, and that is no fault. */
export function readSheet(folder: HallFolder, file: string, mayBeAbsent = false): Sheet {
  if (!folder.has(file)) {
    const fault = { file, line: 1, column: 1, key: '', message: `缺少文件 ${file}，请从示例大厅复制一份再改。` }
    return {
      value: {},
      faults: mayBeAbsent ? [] : [fault],
      faultAt: (key, message) => ({ ...fault, key: key.map(String).join('.'), message }),
    }
  }
  const lines = new LineCounter()
  const text = utf8Of(folder.bytes(file))
  const document = parseDocument(text ?? '', { lineCounter: lines })
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults = document.errors.map(
    (error): HallFault => ({
      file,
      ...at(error.pos[0]),
      key: '',
      message: `写法不对，读不懂这一行（${error.code}）。请检查缩进、冒号和引号。`,
    }),
  )
  if (text === null) faults.push({ file, line: 1, column: 1, key: '', message: notUtf8 })
  let value: unknown = {}
  try {
    if (faults.length === 0) value = document.toJS() ?? {}
  } catch {
    faults.push({ file, line: 1, column: 1, key: '', message: '引用（& 和 *）用得不对或太多。请把内容直接写出来。' })
  }
  return {
    value,
    faults,
    faultAt(keys, message, shownAs = keys) {
      const holder = document.getIn(keys.slice(0, -1), true)
      const pair = isMap(holder)
        ? holder.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1))
        : undefined
      // The key, not its value: the value may stand lines below it.
      if (isScalar(pair?.key) && pair.key.range)
        return { file, ...at(pair.key.range[0]), key: shownAs.map(String).join('.'), message }
      for (let length = keys.length; length >= 0; length -= 1) {
        const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined
        if (node?.range) return { file, ...at(node.range[0]), key: shownAs.map(String).join('.'), message }
      }
      return { file, line: 1, column: 1, key: shownAs.map(String).join('.'), message }
    },
  }
}
