import type { Picture } from '../../../../display/led/picture.ts'
import type { LocalTime } from '../local-time.ts'
import type { Bx6Colour } from './bx6-bitmap.ts'

/** One page of a dynamic area: a picture and how it comes and goes. */
export interface Bx6Page {
  picture: Picture
  /** 2 = at once; others are effects of the card. */
  display: number
  clear: number
  speed: number
  /** How long it stands, in 10 ms. */
  stay: number
  repeat: number
}

/** What a card with a voice module says. Text is GB2312 when `dataMode` is 0, GBK 1, BIG5 2, UTF-16 3; given here as bytes. */
export interface Bx6Sound {
  person: number
  volume: number
  speed: number
  dataMode: 0 | 1 | 2 | 3
  /** 0 = once, 1 = twice, …, 0xFFFFFFFF = without end. */
  replayTimes: number
  /** Between two readings, in 10 ms. */
  replayDelay: number
  /** Numbers, language, words: how they are read; null leaves the three bytes out. */
  reading: readonly [digits: number, language: number, words: number] | null
  data: Uint8Array
}

export interface Bx6Area {
  id: number
  /** 0 loop, 1 stop on the last page, 2 loop and delete at the time-out, 3 logo at the time-out, 4 once, 5 n times. */
  runMode: number
  /** Seconds (run mode 5: times) without news. */
  timeout: number
  allPrograms: boolean
  /** Programmes that it goes with when not with all. */
  programs: readonly number[]
  playNow: boolean
  x: number
  y: number
  width: number
  height: number
  sound: Bx6Sound | null
  pages: readonly Bx6Page[]
}

/** All that the gateway says to a BX-6 card. Levels of brightness are 0–15; one level, or one for each half hour of the day. */
export type Bx6Order =
  | { kind: 'ping' }
  | { kind: 'power'; on: boolean }
  | { kind: 'brightness'; levels: number | readonly number[] }
  | { kind: 'time'; at: LocalTime }
  | { kind: 'show'; colour: Bx6Colour; areas: readonly Bx6Area[] }
  | { kind: 'delete-areas'; ids: readonly number[] | 'all' }

/** Who speaks to whom. `deviceType` is what the card called itself in its ping; `sequence` and `random` only stand in ordinary commands. */
export interface Bx6Address {
  dst: number
  src: number
  deviceType: number
  family: 'EM' | 'Q'
  sequence: number
  random: number
}

/** A ping reaches any card; the rest is addressed to screen 1 with the device type from the answer. */
export const BX6_BROADCAST: Bx6Address = {
  dst: 0xfffe,
  src: 0x8000,
  deviceType: 0xfffe,
  family: 'EM',
  sequence: 0,
  random: 0,
}
export const bx6Card = (deviceType: number, family: 'EM' | 'Q'): Bx6Address => ({
  ...BX6_BROADCAST,
  dst: 1,
  deviceType,
  family,
})

/** A still picture that fills its own area: what most panels get. */
export const stillArea = (picture: Picture, x = 0, y = 0): Bx6Area => filmArea([{ picture, ms: 5_000 }], true, x, y)

/** Pages after one another, each for so long; without end, or standing still on the last. */
export const filmArea = (
  frames: readonly { picture: Picture; ms: number }[],
  loop: boolean,
  x = 0,
  y = 0,
): Bx6Area => ({
  id: 0,
  runMode: loop ? 0 : 1,
  timeout: 0,
  allPrograms: true,
  programs: [],
  playNow: true,
  x,
  y,
  sound: null,
  width: frames[0]?.picture.width ?? 0,
  height: frames[0]?.picture.height ?? 0,
  pages: frames.map(({ picture, ms }) => ({
    picture,
    display: 2,
    clear: 1,
    speed: 1,
    stay: Math.min(0xffff, Math.max(1, Math.round(ms / 10))),
    repeat: 1,
  })),
})
