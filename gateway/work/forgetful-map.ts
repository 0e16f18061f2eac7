export interface ForgetfulMap<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
}

/**
 * Keeps what was set lately, at least half of `most` and never more: whoever comes with ever new keys fills no memory, and what is set
 * anew stays. In two halves, of which the older is let go as a whole: a Map that loses its first key again and again grows slow.
 */
export function forgetfulMap<Value>(most: number): ForgetfulMap<Value> {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set(key, value) {
      young.set(key, value)
      if (young.size * 2 < most) return
      old = young
      young = new Map()
    },
  }
}
