/** Which of `size` things: one bit each. Sets of one index have the same size. */
export type BitSet = Uint32Array

export const noBits = (size: number): BitSet => new Uint32Array((size + 31) >>> 5)
export const allBits = (size: number): BitSet => noBits(size).fill(0xffffffff)
export function addBit(set: BitSet, nth: number): void {
  set[nth >>> 5] = (set[nth >>> 5] ?? 0) | (1 << (nth & 31))
}
export const hasBit = (set: BitSet, nth: number): boolean => ((set[nth >>> 5] ?? 0) & (1 << (nth & 31))) !== 0
/** Keeps in `set` what `other` has too; answers whether anything is left. */
export function keepCommon(set: BitSet, other: BitSet): boolean {
  let any = 0
  for (let word = 0; word < set.length; word += 1) {
    const common = (set[word] ?? 0) & (other[word] ?? 0)
    set[word] = common
    any |= common
  }
  return any !== 0
}
/** Adds to `set` what `other` has. */
export function addAll(set: BitSet, other: BitSet): void {
  for (let word = 0; word < set.length; word += 1) set[word] = (set[word] ?? 0) | (other[word] ?? 0)
}
export function countBits(set: BitSet): number {
  let count = 0
  for (let bits of set) for (; bits !== 0; bits &= bits - 1) count += 1
  return count
}
/** Calls `visit` with each member below `size`, smallest first, until it answers false. */
export function eachBit(set: BitSet, size: number, visit: (nth: number) => boolean): void {
  for (let word = 0; word < set.length; word += 1) {
    let bits = set[word] ?? 0
    while (bits !== 0) {
      const lowest = bits & -bits
      const nth = (word << 5) + (31 - Math.clz32(lowest))
      if (nth < size && !visit(nth)) return
      bits ^= lowest
    }
  }
}
