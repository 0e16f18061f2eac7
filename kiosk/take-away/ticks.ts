const PREFIX = 'tingshi:list:'

/** Ticks stay on the visitor's own phone and nowhere else; a phone that keeps nothing starts anew. */
export function readTicks(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

export function keepTicks(name: string, ticks: readonly string[]): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(ticks))
  } catch {
    // A private window keeps nothing; the page works all the same.
  }
}
