/** A value as it stands on one line of YAML. Text is quoted wherever it could be read as something else. */
export function yamlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlText).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([name, one]) => `${nameText(name)}: ${yamlText(one)}`)
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }
  if (typeof value === 'string') return isPlain(value) ? value : JSON.stringify(value)
  return String(value)
}

export const nameText = (name: string): string => (/^[A-Za-z_][\w-]*$/.test(name) ? name : JSON.stringify(name))

/** Letters, digits and a few signs that mean nothing to YAML; `on`, `no` and the like are words of other readers of it. */
const isPlain = (text: string): boolean =>
  /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[\p{L}][\p{L}\p{N}. _-]*(?<! )$/iu.test(text)
