import type { LocalTime } from '../local-time.ts'

/**
 * `5K` counts x and width in bytes (8 dots), `6K` in dots. `6K-marked`: in dots with the highest bit set, which some firmware
 * wants (a note in the maker's protocol paper). Callers always give dots.
 */
export type BxkCard = '5K' | '6K' | '6K-marked'

/**
 * One dynamic area. Whoever leaves an optional field out gets what the maker's own program sends: id 0, line space 0, run mode 0,
 * time-out 5 s, left and top, several lines, line breaks by hand, at once, fastest, 4 s, no sound.
 */
export interface BxkArea {
  id?: number
  x: number
  y: number
  w: number
  h: number
  text: string
  lineSpace?: number
  /** 0 loop, 1 stop on the last page, 2 loop and delete at the time-out, 3 logo at the time-out, 4 once, 5 n times. */
  runMode?: number
  /** Seconds (run mode 5: times). */
  timeout?: number
  /** Bits 0–1: 0 left, 1 right, 2 centre; bits 2–3: 0 top, 1 bottom, 2 middle. */
  align?: number
  /** 1 one line, 2 several. */
  singleLine?: 1 | 2
  /** 1 lines break where the text says so (`\n` as two signs), 2 by themselves. */
  newLine?: 1 | 2
  /** 1 static, 2 at once, 3 left, 4 right, 5 up, 6 down. */
  display?: number
  exit?: number
  /** 0 fastest … 24 slowest. */
  speed?: number
  /** In half seconds. */
  stay?: number
  /** 0 none, 1 reads the shown text, 2 reads `soundText`. */
  sound?: 0 | 1 | 2
  soundPerson?: number
  soundRepeat?: number
  soundVolume?: number
  soundSpeed?: number
  soundText?: string
}

/** All that is said to a font card. `local` is read up to the seconds. */
export type BxkOrder =
  | { kind: 'ping' }
  | { kind: 'time'; local: string | LocalTime }
  | { kind: 'on' }
  | { kind: 'off' }
  | { kind: 'brightness'; level: number }
  | { kind: 'lock'; programme: string; save?: boolean; reserved?: number }
  | { kind: 'unlock'; programme: string; save?: boolean; reserved?: number }
  | { kind: 'clear' }
  | { kind: 'begin-write'; file: string; length: number; overwrite?: boolean }
  | {
      kind: 'dynamic'
      card: BxkCard
      areas: readonly BxkArea[]
      /** Area ids to delete first. */
      remove?: readonly number[] | 'all'
      /** 1 = clear and set up the areas anew. */
      processMode?: number
      timeout?: number
    }

/** Packet header; what is left out is what the maker's program sends. */
export interface BxkAddress {
  /** Screen number; 0xFFFE reaches any card and is answered, 0xFFFF any and is not. */
  dst?: number
  src?: number
  /** 0 dynamic areas beside the programme, 1 dynamic areas first. */
  displayMode?: number
  /** 0xFE any; 0x51 5K1, 0x58 5K2, 0x61 6K1, … */
  deviceType?: number
  /** true = the card answers. */
  answer?: boolean
}
