/** What people call things, as somebody decided it. */
export type AskedEvent =
  /** The words are another name of this matter, `wanted` times asked for; `matterId` null = of none. */
  | { type: 'alias-reviewed'; words: string; matterId: string | null; wanted: number }
  | { type: 'alias-withdrawn'; words: string }
