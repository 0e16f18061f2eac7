import type { PanelView } from '../../gateway/contract/display-views.ts'
import { type Box, type Ink, type Mask, byScript, lay, layCentred } from './ink.ts'
import { type Picture, type Rgb, darkPicture } from './picture.ts'
import { splitWords } from './split-words.ts'

export interface Frame {
  picture: Picture
  ms: number
}
/** What is drawn on: a panel and the ink for it. */
export interface Stage {
  width: number
  height: number
  colour: PanelView['panel']['colour']
  leastDots: number
  ink: Ink
  box: Box
}

export const PAGE_MS = 3_000
const SCROLL_DOTS = 4
const SCROLL_MS = 120
const MOST_FRAMES = 150

/** How long a page stands: so many ms, or as long as it takes to read what is on it. */
export type Pace = number | 'reading'
const LEAST_READING_MS = 2_000
/** Four Chinese signs a second, and a moment to look up; letters are read by the word. */
const readingMs = (text: string): number =>
  Math.max(
    LEAST_READING_MS,
    [...text].reduce((sum, sign) => sum + (sign < '\u0300' ? 60 : 250), 1_000),
  )
const msOf = (pace: Pace, text: string): number => (pace === 'reading' ? readingMs(text) : pace)

/** A fuller wording is worth letters that are smaller by this much. */
const WORTH = 0.6

/** The first wording that fits nearly as large as the shortest one would; else the last one in the smallest size. */
export function fit(ink: Ink, wordings: readonly string[], w: number, h: number): Mask {
  const largest = wordings.map((text) => sizes(h).find((size) => ink.wide(text, size) <= w) ?? 0)
  const best = Math.max(...largest)
  const chosen = largest.findIndex((size) => size > 0 && size >= best * WORTH)
  return chosen < 0 ? ink.line(wordings.at(-1) ?? '', 12) : ink.line(wordings[chosen] ?? '', largest[chosen] ?? 12)
}
/** Heights in which a line may be set inside so many dots. */
function sizes(h: number): number[] {
  const large = [0.94, 0.82, 0.7, 0.6, 0.5, 0.4, 0.3].map((part) => Math.floor(h * part)).filter((size) => size >= 24)
  return [...large, ...(h >= 16 ? [16] : []), 12]
}

export function still({ width, height, box }: Stage, mask: Mask, colour: Rgb, ms = PAGE_MS): Frame {
  const picture = darkPicture(width, height)
  layCentred(picture, mask, box, colour)
  return { picture, ms }
}

/** Bytes of pictures. */
const KEPT = 32_000_000
const drawn = new WeakMap<Ink, { frames: Map<string, Frame[]>; bytes: number }>()
/** A notice stands for days while numbers change beside it: the same words on the same panel are the same pictures. */
function once(ink: Ink, key: string, draw: () => Frame[]): Frame[] {
  const kept = drawn.get(ink) ?? { frames: new Map<string, Frame[]>(), bytes: 0 }
  drawn.set(ink, kept)
  const known = kept.frames.get(key)
  if (known) return known
  const frames = draw()
  kept.bytes += frames.reduce((sum, { picture }) => sum + picture.pixels.length, 0)
  if (kept.bytes > KEPT) {
    kept.frames.clear()
    kept.bytes = 0
  } else kept.frames.set(key, frames)
  return frames
}

/** Lines that wrap to the width, page after page; on a low panel a long line walks through. */
export const linesFrames = (
  lines: readonly string[],
  stage: Stage,
  colour: Rgb,
  size = sizeFor(stage),
  ms: Pace = PAGE_MS,
): Frame[] =>
  once(stage.ink, JSON.stringify([lines, stage.width, stage.height, colour, size, ms]), () =>
    drawLines(lines, stage, colour, size, ms),
  )

function drawLines(lines: readonly string[], stage: Stage, colour: Rgb, size: number, ms: Pace): Frame[] {
  const { width, height, ink } = stage
  const chinese = lines.map((line) => byScript(line).along).filter((line) => line !== '')
  const columns = lines
    .map((line) => byScript(line).columns)
    .filter((line) => line !== '')
    .flatMap((line) => columnFrames(line, stage, colour, msOf(ms, line)))
  if (chinese.length === 0) return columns
  if (height < 2 * Math.max(12, size))
    return [...chinese.flatMap((line) => walk(ink.line(line, size), stage, colour, msOf(ms, line))), ...columns]
  const wrapped = chinese.flatMap((line) => wrap(line, width, (text) => ink.wide(text, size)))
  const step = Math.max(size < 16 ? 12 : size < 24 ? 16 : size, 12)
  const most = Math.max(1, Math.floor(height / step))
  const pages = Array.from({ length: Math.ceil(wrapped.length / most) }, (_, page) =>
    wrapped.slice(page * most, (page + 1) * most),
  )
  const frames = pages.map((page) => {
    const picture = darkPicture(width, height)
    const top = Math.floor((height - page.length * step) / 2)
    for (const [row, text] of page.entries())
      layCentred(picture, ink.line(text, size), { x: 0, y: top + row * step, w: width, h: step }, colour)
    return { picture, ms: msOf(ms, page.join('')) }
  })
  return [...frames, ...columns]
}
/** Height of a line on a panel where nothing else is asked for. */
export const sizeFor = ({ height }: Stage): number =>
  height < 16 ? 12 : height < 96 ? 16 : Math.max(32, Math.floor(height / 6))

function walk(mask: Mask, stage: Stage, colour: Rgb, ms: number): Frame[] {
  const { width, height } = stage
  if (mask.width <= width) return [still(stage, mask, colour, ms)]
  const steps = Math.min(MOST_FRAMES, Math.ceil((mask.width + width) / SCROLL_DOTS))
  const stride = (mask.width + width) / steps
  return Array.from({ length: steps }, (_, step) => {
    const picture = darkPicture(width, height)
    lay(picture, mask, width - Math.round((step + 1) * stride), Math.floor((height - mask.height) / 2), colour)
    return { picture, ms: Math.round((SCROLL_MS * stride) / SCROLL_DOTS) }
  })
}

/** Mongolian words stand side by side, left to right; what is taller than the panel walks upwards. */
export function columnFrames(text: string, stage: Stage, colour: Rgb, ms: number): Frame[] {
  const { width, height, ink } = stage
  const size = [Math.floor(height / 2.5), Math.floor(height / 5), Math.floor(height / 8), 48, 32, 24, 20, 16].filter(
    (one) => one >= 16 && one <= width && one <= Math.max(16, height / 2),
  )
  const words = text.split(' ').filter((word) => word !== '')
  const fits = (one: number): boolean =>
    words.length * one <= width && words.every((word) => ink.column(word, one).height <= height)
  const column = size.find(fits) ?? 16
  const masks = words.map((word) => ink.column(word, column))
  const tallest = Math.max(...masks.map((mask) => mask.height))
  const left = Math.max(0, Math.floor((width - masks.length * column) / 2))
  const shot = (top: number): Picture => {
    const picture = darkPicture(width, height)
    for (const [nth, mask] of masks.entries()) lay(picture, mask, left + nth * column, top, colour)
    return picture
  }
  if (tallest <= height) return [{ picture: shot(Math.floor((height - tallest) / 2)), ms }]
  const steps = Math.min(MOST_FRAMES, Math.ceil((tallest + height) / 2))
  return Array.from({ length: steps }, (_, step) => ({
    picture: shot(height - Math.round(((step + 1) * (tallest + height)) / steps)),
    ms: SCROLL_MS,
  }))
}

/**
 * Lines no wider than `width`, as few as can be and about equally long: one sign alone on the last line reads badly. Chinese breaks
 * anywhere but before a closing mark; a word of letters stays whole where a line has room for it.
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const fewest = wrapGreedy(text, width, measure)
  if (fewest.length === 1) return fewest
  // Lines that are shorter than a word of letters would break it.
  const longestWord = Math.max(
    0,
    ...splitWords(text)
      .map(measure)
      .filter((one) => one <= width),
  )
  const least = Math.max(longestWord, Math.ceil(measure(text) / fewest.length))
  for (let narrower = least; narrower < width; narrower += Math.max(1, Math.ceil((width - least) / 12))) {
    const lines = wrapGreedy(text, narrower, measure)
    if (lines.length === fewest.length) return lines
  }
  return fewest
}

/** The same without looking at how long they are: as many lines, and quicker. */
export function wrapGreedy(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  const units = splitWords(text).flatMap((unit) => (measure(unit) > width ? [...unit] : [unit]))
  for (const unit of units) {
    if (line !== '' && measure(line + unit) > width) {
      const carry = /^[，。、；：！？）》”]/.test(unit) ? line.slice(-1) : ''
      lines.push((carry === '' ? line : line.slice(0, -1)).trimEnd())
      line = carry
    }
    if (line !== '' || unit !== ' ') line += unit
  }
  return [...lines, line.trimEnd()]
}
