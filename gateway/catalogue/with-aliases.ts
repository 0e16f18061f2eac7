import type { Matter } from '../contract/matter.ts'
import type { Alias } from '../domain/asked/state.ts'

/** No single word carries a matter above all others. */
const MOST_WANTED = 40

/**
 * Matters with the other names that were decided for them. What people asked for and did not find is wanted: it comes forward among the matters
 * that terminals offer first.
 */
export function withAliases(matters: readonly Matter[], aliases: Iterable<Alias>): readonly Matter[] {
  const byMatter = Map.groupBy(aliases, ({ matterId }) => matterId)
  if (byMatter.size === 0) return matters
  return matters.map((matter) => {
    const own = byMatter.get(matter.id)
    if (!own) return matter
    const wanted = Math.min(
      MOST_WANTED,
      own.reduce((sum, alias) => sum + alias.wanted, 0),
    )
    return {
      ...matter,
      aliases: [...new Set([...matter.aliases, ...own.map(({ words }) => words)])],
      popular: matter.popular + wanted,
    }
  })
}
