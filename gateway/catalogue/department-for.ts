import type { Hall } from '../contract/hall.ts'

/** Names of a source's departments → id of the hall's department; '' = a person said that the hall does not have it. */
export type DepartmentTable = Readonly<Record<string, string>>

const tight = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')
/** 区, 青城市, 广安市广安区: the place before a department's own name. */
const isPlace = (text: string): boolean =>
  /^([\p{sc=Han}]{0,8}[省市县区旗州盟])+$/u.test(text) && !/(社|小)区$/.test(text)
const isSame = (one: string, other: string): boolean =>
  one === other ||
  (one.endsWith(other) && isPlace(one.slice(0, -other.length))) ||
  (other.endsWith(one) && isPlace(other.slice(0, -one.length)))

/** A name, and the part of it behind every place that it may begin with: 市市场监督管理局 has two. */
export function withoutPlace(said: string): string[] {
  const name = tight(said)
  const names = [name]
  for (let at = 1; at <= Math.min(12, name.length - 3); at += 1)
    if (isPlace(name.slice(0, at))) names.push(name.slice(at))
  return names
}

/**
 * The hall's department of that name: by the saved table, exactly, or with and without 市 / 县 / 区 before it. null = none, or more than one
 * fits; such a name is asked for and never guessed.
 */
export function departmentFor(departments: Hall['departments'], name: string, table: DepartmentTable): string | null {
  const said = Object.hasOwn(table, name) ? table[name] : undefined
  if (said !== undefined) return departments.some(({ id }) => id === said) ? said : null
  const exact = departments.find((one) => one.name === name)
  if (exact) return exact.id
  const wanted = tight(name)
  const near = departments.filter((one) => isSame(tight(one.name), wanted))
  if (near.length === 1) return near[0]?.id ?? null
  if (near.length > 1 || wanted.length < 3) return null
  const forms = new Set(withoutPlace(wanted))
  const far = departments.filter((one) => withoutPlace(one.name).some((form) => forms.has(form) && form.length > 2))
  return far.length === 1 ? (far[0]?.id ?? null) : null
}

/** The same for many rows: few names, many times. */
export function departmentFinder(
  departments: Hall['departments'],
  table: DepartmentTable,
): (name: string) => string | null {
  const known = new Map<string, string | null>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = departmentFor(departments, name, table)
    known.set(name, found)
    return found
  }
}
