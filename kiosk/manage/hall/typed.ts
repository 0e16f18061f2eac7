import type { SettingKey } from '../../../gateway/contract/hall-settings.ts'

const LONGEST = 24
export const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === undefined ? '' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
export const isTuple = ({ kinds }: SettingKey): boolean => kinds.length === 1 && kinds[0] === 'tuple'
const isCompound = ({ kinds }: SettingKey): boolean => kinds.some((kind) => ['map', 'tuple', 'group'].includes(kind))

/** What stands in a field for a value. */
export function shownIn(setting: SettingKey, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (isTuple(setting)) return ([] as unknown[]).concat(value).join(', ')
  return isCompound(setting) ? JSON.stringify(value) : String(value)
}

/** What was typed as it belongs into the file; what is no number stays text, and the check says so. */
export function typed(said: string, setting: SettingKey): unknown {
  const { kinds, choices } = setting
  if (isTuple(setting)) {
    const numbers = said.split(/[,，\s]+/).filter((one) => one !== '')
    return numbers.every((one) => /^\d+(\.\d+)?$/.test(one)) ? numbers.map(Number) : said
  }
  if (isCompound(setting)) {
    try {
      return JSON.parse(said)
    } catch {
      return said
    }
  }
  const isNumber = kinds.includes('whole') || kinds.includes('number') || choices.some((one) => one === Number(said))
  return isNumber && /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : said
}
