import type { z } from 'zod'

/** The path of a finding; an unknown key is pointed at itself and not at what holds it. */
export const pathOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path

const kinds: Record<string, string> = {
  string: '文字（数字请加引号）',
  number: '数字',
  int: '整数',
  array: '列表',
  boolean: 'true 或 false',
  object: '若干“名称: 内容”',
}

/** zod's finding as a sentence that says what to do. */
export function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识“${issue.keys.join('、')}”。请检查拼写，或删掉。`
    case 'invalid_type':
      return issue.input === undefined ? '这里缺一项，请补上。' : `这里要写${kinds[issue.expected] ?? issue.expected}。`
    case 'too_small':
      return issue.origin === 'array'
        ? `这里至少要写 ${issue.minimum} 项。`
        : issue.origin === 'string'
          ? '这里是空的，请补上。'
          : `数字太小，请写${issue.inclusive ? `不小于 ${issue.minimum}` : `大于 ${issue.minimum}`} 的数。`
    case 'too_big':
      return `数字太大，请写不大于 ${issue.maximum} 的数。`
    case 'invalid_value':
      return `只能写：${issue.values.join('、')}。`
    case 'invalid_union':
      return '这里的写法不对。请照示例大厅里同一处的写法改。'
    case 'invalid_format':
      return issue.format === 'url' ? '请写完整的网址，例如 http://192.0.2.10:8080。' : `${issue.message}。`
    default:
      return issue.message
  }
}
