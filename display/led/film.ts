import type { PanelView } from '../../gateway/contract/views.ts'
import { type Box, type Ink, type Mask, isMongolian, lay, layCentred, paintBox } from './ink.ts'
import { paletteOf } from './palette.ts'
import { type Picture, type Rgb, darkPicture, light } from './picture.ts'
import { type Scene, sceneOf } from './scene.ts'

export interface Frame {
  picture: Picture
  ms: number
}
/** Pictures one after another, again and again or standing still on the last; `until`: when it must be made anew without any news. */
export interface Film {
  frames: Frame[]
  loop: boolean
  until: number
}

const PAGE_MS = 3_000
const NOTICE_MS = 6_000
const FLASH_MS = 500
const SCROLL_DOTS = 4
const SCROLL_MS = 120
const MOST_FRAMES = 150

/** Pure: what a panel shows from now on, the same for its page and for its card. */
export function panelFilm(view: PanelView, now: number, ink: Ink): Film {
  const { scene, until } = sceneOf(view, now)
  const stage: Stage = { ...view.panel, ink, box: { x: 0, y: 0, w: view.panel.width, h: view.panel.height } }
  return { ...framesOf(scene, stage), until }
}

interface Stage {
  width: number
  height: number
  colour: PanelView['panel']['colour']
  leastDots: number
  ink: Ink
  box: Box
}

function framesOf(scene: Scene, stage: Stage): Omit<Film, 'until'> {
  const colours = paletteOf(stage.colour)
  switch (scene.kind) {
    case 'emergency':
      return { frames: emergencyFrames(scene.title, scene.lines, stage), loop: true }
    case 'calls': {
      const shots = callShots(scene, stage)
      if (!scene.fresh) return { frames: shots, loop: true }
      // Once a second at most, three times: seen from the corner of the eye, and no blinking (A9).
      const first = shots[0]?.picture ?? darkPicture(stage.width, stage.height)
      const flash = Array.from({ length: 3 }, () => [
        { picture: turned(first, colours.number), ms: FLASH_MS },
        { picture: first, ms: FLASH_MS },
      ]).flat()
      return { frames: [...flash, ...shots], loop: shots.length > 1 }
    }
    case 'strip':
      return { frames: linesFrames([scene.line], stage, colours[scene.tone]), loop: true }
    case 'idle':
      return { frames: idleFrames(scene.lines, scene.notices, stage), loop: true }
  }
}

/** Dark on light instead of light on dark. */
function turned({ width, height, pixels }: Picture, colour: Rgb): Picture {
  const picture = darkPicture(width, height)
  for (let dot = 0; dot < width * height * 3; dot += 3) {
    if (!pixels[dot] && !pixels[dot + 1] && !pixels[dot + 2]) light(picture.pixels, dot, colour)
  }
  return picture
}

/** The first wording, in the largest size, that fits; else the last one in the smallest. */
function fit(ink: Ink, wordings: readonly string[], w: number, h: number): Mask {
  for (const size of sizes(h)) for (const text of wordings) if (ink.line(text, size).width <= w) return ink.line(text, size)
  return ink.line(wordings.at(-1) ?? '', 12)
}
/** Heights in which a line may be set inside so many dots. */
function sizes(h: number): number[] {
  const large = [0.94, 0.82, 0.7, 0.6, 0.5, 0.4, 0.3].map((part) => Math.floor(h * part)).filter((size) => size >= 24)
  return [...large, ...(h >= 16 ? [16] : []), 12]
}

type Calls = Extract<Scene, { kind: 'calls' }>

function callShots({ calls }: Calls, stage: Stage): Frame[] {
  const { width, height, ink, box } = stage
  const colours = paletteOf(stage.colour)
  const where = (counter: string): string[] => [`请到${counter}号窗口`, `到${counter}号窗口`, `到${counter}窗口`, `${counter}窗口`]
  const plate = (at: Box, { number, counterId }: Calls['calls'][number], picture: Picture, row: boolean): void => {
    if (row || at.w > at.h * 3) {
      const mask = fit(ink, [number], Math.floor(at.w * 0.5), at.h)
      layCentred(picture, mask, { ...at, w: Math.max(mask.width, Math.floor(at.w * 0.42)) }, colours.number)
      const left = Math.max(mask.width + 4, Math.floor(at.w * 0.42))
      const rest = { ...at, x: at.x + left, w: at.w - left }
      const one = fit(ink, [...where(counterId), `${counterId}号`], rest.w, rest.h)
      const tall = rest.h >= 32 && one.height < rest.h * 0.6
      if (!tall) return layCentred(picture, one, rest, colours.words)
      layCentred(picture, fit(ink, ['请到'], rest.w, rest.h / 2), { ...rest, h: rest.h / 2 }, colours.words)
      layCentred(
        picture,
        fit(ink, [`${counterId}号窗口`, `${counterId}窗口`, `${counterId}号`], rest.w, rest.h / 2),
        { ...rest, y: rest.y + rest.h / 2, h: rest.h / 2 },
        colours.words,
      )
    } else {
      const half = Math.floor(at.h * 0.5)
      layCentred(picture, fit(ink, [number], at.w, half), { ...at, h: half }, colours.number)
      layCentred(picture, fit(ink, where(counterId), at.w, at.h - half), { ...at, y: at.y + half, h: at.h - half }, colours.words)
    }
  }
  // A low panel has room for one thing at a time: the number, then where to; every fresh call gets its turn.
  if (height < 32) {
    return calls.flatMap(({ number, counterId }) => {
      const together = `${number} 请到${counterId}号窗口`
      if (ink.line(together, height).width <= width) return [still(stage, ink.line(together, height), colours.number)]
      return [
        still(stage, fit(ink, [`请${number}`, number], width, height), colours.number),
        still(stage, fit(ink, where(counterId), width, height), colours.words),
      ]
    })
  }
  const rowHeight = Math.max(24, stage.leastDots || Math.floor(height / (height >= 480 ? 5 : 3)))
  const rows = Math.max(1, Math.min(calls.length, Math.floor(height / rowHeight)))
  if (rows === 1 || height < 64) {
    return calls.map((call) => {
      const picture = darkPicture(width, height)
      plate(box, call, picture, false)
      return { picture, ms: PAGE_MS }
    })
  }
  const picture = darkPicture(width, height)
  // The newest call takes half as much again as the others.
  const heroHeight = Math.floor((height / (rows + 0.5)) * 1.5)
  const rest = Math.floor((height - heroHeight) / Math.max(1, rows - 1))
  for (const [nth, call] of calls.slice(0, rows).entries()) {
    if (nth === 0) plate({ ...box, h: heroHeight }, call, picture, true)
    else plate({ ...box, y: heroHeight + (nth - 1) * rest, h: rest }, call, picture, true)
  }
  paintBox(picture, { x: 0, y: heroHeight - 1, w: width, h: Math.max(1, Math.floor(height / 270)) }, colours.quiet)
  return [{ picture, ms: PAGE_MS }]
}

function still({ width, height, box }: Stage, mask: Mask, colour: Rgb, ms = PAGE_MS): Frame {
  const picture = darkPicture(width, height)
  layCentred(picture, mask, box, colour)
  return { picture, ms }
}

/** Lines that wrap to the width, page after page; on a low panel a long line walks through. */
function linesFrames(lines: readonly string[], stage: Stage, colour: Rgb, size = sizeFor(stage), ms = PAGE_MS): Frame[] {
  const { width, height, ink } = stage
  const chinese = lines.filter((line) => !isMongolian(line))
  const columns = lines.filter(isMongolian).flatMap((line) => columnFrames(line, stage, colour, ms))
  if (chinese.length === 0) return columns
  if (height < 2 * Math.max(12, size)) return [...chinese.flatMap((line) => walk(ink.line(line, size), stage, colour, ms)), ...columns]
  const wrapped = chinese.flatMap((line) => wrap(line, width, (text) => ink.line(text, size).width))
  const step = Math.max(size < 16 ? 12 : size < 24 ? 16 : size, 12)
  const most = Math.max(1, Math.floor(height / step))
  const pages = Array.from({ length: Math.ceil(wrapped.length / most) }, (_, page) => wrapped.slice(page * most, (page + 1) * most))
  const frames = pages.map((page) => {
    const picture = darkPicture(width, height)
    const top = Math.floor((height - page.length * step) / 2)
    for (const [row, text] of page.entries()) layCentred(picture, ink.line(text, size), { x: 0, y: top + row * step, w: width, h: step }, colour)
    return { picture, ms }
  })
  return [...frames, ...columns]
}
const sizeFor = ({ height }: Stage): number => (height < 16 ? 12 : height < 96 ? 16 : Math.max(16, Math.floor(height / 6)))

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
function columnFrames(text: string, stage: Stage, colour: Rgb, ms: number): Frame[] {
  const { width, height, ink } = stage
  const size = [Math.floor(height / 2.5), Math.floor(height / 5), Math.floor(height / 8), 48, 32, 24, 20, 16].filter(
    (one) => one >= 16 && one <= width && one <= Math.max(16, height / 2),
  )
  const words = text.split(' ').filter((word) => word !== '')
  const fits = (one: number): boolean => words.length * one <= width && words.every((word) => ink.column(word, one).height <= height)
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
  return Array.from({ length: steps }, (_, step) => ({ picture: shot(height - Math.round(((step + 1) * (tallest + height)) / steps)), ms: SCROLL_MS }))
}

function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const sign of text) {
    if (line !== '' && measure(line + sign) > width) {
      // A line must not begin with a closing mark.
      const carry = /[，。、；：！？）》”]/.test(sign) ? line.slice(-1) : ''
      lines.push(carry === '' ? line : line.slice(0, -1))
      line = carry
    }
    line += sign
  }
  return [...lines, line]
}

function idleFrames(lines: readonly string[], notices: readonly string[], stage: Stage): Frame[] {
  const colours = paletteOf(stage.colour)
  const { height, width, ink } = stage
  const words = lines.filter((line) => !isMongolian(line))
  const together: Frame[] = []
  if (height >= 32 && words.length > 0) {
    const picture = darkPicture(width, height)
    const shown = words.slice(0, Math.max(2, Math.min(words.length, Math.floor(height / 16))))
    const row = Math.floor(height / shown.length)
    for (const [nth, line] of shown.entries())
      layCentred(
        picture,
        fit(ink, [line, line.replace(/^\d\d:\d\d /, '')], width, row),
        { x: 0, y: nth * row, w: width, h: row },
        nth === 0 ? colours.words : colours.quiet,
      )
    together.push({ picture, ms: PAGE_MS * 2 })
  } else together.push(...words.flatMap((line) => linesFrames([line], stage, colours.words)))
  const mongolian = lines.filter(isMongolian).flatMap((line) => columnFrames(line, stage, colours.words, PAGE_MS))
  return [...together, ...mongolian, ...notices.flatMap((notice) => linesFrames([notice], stage, colours.quiet, sizeFor(stage), NOTICE_MS))]
}

/** As large as the distance rule asks, and larger where all of it still fits; never smaller to save a page. */
function emergencyFrames(title: string, lines: readonly string[], stage: Stage): Frame[] {
  const { width, height, ink } = stage
  const colours = paletteOf(stage.colour)
  const least = Math.min(height, Math.max(16, stage.leastDots))
  const all = [title, ...lines]
  const fits = (size: number): boolean =>
    all.flatMap((line) => wrap(line, width, (text) => ink.line(text, size).width)).length * Math.max(16, size) <= height && size * 2 <= width
  const larger = Array.from({ length: 12 }, (_, nth) => Math.floor((height * (12 - nth)) / 14)).filter((size) => size > least && size >= 24)
  const size = larger.find(fits) ?? least
  const frames =
    fits(size) || size < height / 2
      ? linesFrames(all, stage, colours.alarm, size, NOTICE_MS)
      : all.flatMap((line) => linesFrames([line], stage, colours.alarm, size, NOTICE_MS))
  const first = frames[0]
  // The title once in reverse, so that the change is noticed.
  return first ? [{ picture: turned(first.picture, colours.alarm), ms: 1_000 }, ...frames] : frames
}
