import { type Box, layCentred, paintBox } from './ink.ts'
import { paletteOf } from './palette.ts'
import { type Picture, darkPicture } from './picture.ts'
import type { Scene } from './scene.ts'
import { type Frame, PAGE_MS, type Stage, fit, still } from './text-frames.ts'
import { type LedLanguage, wordsOf } from './words.ts'

type Calls = Extract<Scene, { kind: 'calls' }>

/** Each call as a picture; on a high panel the newest large and the others below it. */
export function callShots({ calls }: Pick<Calls, 'calls'>, stage: Stage, language: LedLanguage): Frame[] {
  const { width, height, ink, box } = stage
  const colours = paletteOf(stage.colour)
  const say = wordsOf(language)
  const where = (counter: string): string[] =>
    (['goTo', 'goToPlain', 'goToShort', 'counterShort'] as const).map((word) => say(word, { counter }))
  const plate = (at: Box, { number, counterId }: Calls['calls'][number], picture: Picture, row: boolean): void => {
    if (row || at.w > at.h * 3) {
      const mask = fit(ink, [number], Math.floor(at.w * 0.5), at.h)
      layCentred(picture, mask, { ...at, w: Math.max(mask.width, Math.floor(at.w * 0.42)) }, colours.number)
      const left = Math.max(mask.width + 4, Math.floor(at.w * 0.42))
      const rest = { ...at, x: at.x + left, w: at.w - left }
      const one = fit(ink, [...where(counterId), say('counterLeast', { counter: counterId })], rest.w, rest.h)
      // Rows below one another stay rows; alone, a call has room for two lines.
      const tall = !row && rest.h >= 32 && one.height < rest.h * 0.6
      if (!tall) return layCentred(picture, one, rest, colours.words)
      const half = Math.floor(rest.h / 2)
      layCentred(picture, fit(ink, [say('go')], rest.w, half), { ...rest, h: half }, colours.words)
      const counters = (['counterPlain', 'counterShort', 'counterLeast'] as const).map((word) =>
        say(word, { counter: counterId }),
      )
      const below = fit(ink, counters, rest.w, half)
      layCentred(picture, below, { ...rest, y: rest.y + half, h: half }, colours.words)
    } else {
      const half = Math.floor(at.h * 0.5)
      layCentred(picture, fit(ink, [number], at.w, half), { ...at, h: half }, colours.number)
      layCentred(
        picture,
        fit(ink, where(counterId), at.w, at.h - half),
        { ...at, y: at.y + half, h: at.h - half },
        colours.words,
      )
    }
  }
  // A low panel has room for one thing at a time: the number, then where to; every fresh call gets its turn.
  if (height < 32) {
    return calls.flatMap(({ number, counterId }) => {
      const together = say('together', { number, counter: counterId })
      if (ink.wide(together, height) <= width) return [still(stage, ink.line(together, height), colours.number)]
      return [
        still(stage, fit(ink, [say('please', { number }), number], width, height), colours.number),
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
