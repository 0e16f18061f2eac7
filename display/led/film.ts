import type { ShownMedia } from '../../gateway/contract/notice.ts'
import type { PanelView } from '../../gateway/contract/display-views.ts'
import { callShots } from './call-shots.ts'
import { type Ink, byScript, layCentred } from './ink.ts'
import { paletteOf } from './palette.ts'
import { type Picture, type Rgb, darkPicture, light } from './picture.ts'
import { type Scene, sceneOf } from './scene.ts'
import { type Frame, PAGE_MS, type Stage, columnFrames, fit, linesFrames, sizeFor, wrapGreedy } from './text-frames.ts'

/** Pictures one after another, again and again or standing still on the last; `until`: when it must be made anew without any news. */
export interface Film {
  frames: Frame[]
  loop: boolean
  until: number
}

const NOTICE_MS = 6_000
const FLASH_MS = 500
/** How long a clock may stand. */
const CLOCK_MS = 60_000
const CLOCK = /^\d\d:\d\d /
/** Below, Chinese is set in the 16-dot face: letters beside it must not be larger. */
const SMALLEST_BOLD = 32

/** Pure: what a panel shows from now on, the same for its page and for its card. `pictures`: notices' pictures in this panel's size, by address. */
export function panelFilm(
  view: PanelView,
  now: number,
  ink: Ink,
  pictures: ReadonlyMap<string, Picture> = new Map(),
): Film {
  const { scene, until } = sceneOf(view, now)
  const stage: Stage = { ...view.panel, ink, box: { x: 0, y: 0, w: view.panel.width, h: view.panel.height } }
  return { ...framesOf(scene, stage, pictures), until }
}

function framesOf(scene: Scene, stage: Stage, pictures: ReadonlyMap<string, Picture>): Omit<Film, 'until'> {
  const colours = paletteOf(stage.colour)
  switch (scene.kind) {
    case 'emergency':
      return { frames: emergencyFrames(scene.title, scene.lines, stage), loop: true }
    case 'calls': {
      const shots = scene.languages.flatMap((language) => callShots(scene, stage, language))
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
      return {
        frames: scene.lines.flatMap((line) => linesFrames([line], stage, colours[scene.tone])),
        loop: true,
      }
    case 'idle': {
      const framesWith = (pages: readonly string[][]): Frame[] => [
        ...pages.flatMap((lines) => idleFrames(lines, stage)),
        ...scene.notices.flatMap((notice) => linesFrames([notice], stage, colours.quiet, sizeFor(stage), NOTICE_MS)),
        ...mediaFrames(scene.media, stage, pictures),
      ]
      const frames = framesWith(scene.pages)
      // A clock that stands there for longer than a minute is wrong.
      const isLong = frames.reduce((sum, { ms }) => sum + ms, 0) > CLOCK_MS
      return {
        frames: isLong ? framesWith(scene.pages.map((lines) => lines.map((line) => line.replace(CLOCK, '')))) : frames,
        loop: true,
      }
    }
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

function idleFrames(lines: readonly string[], stage: Stage): Frame[] {
  const colours = paletteOf(stage.colour)
  const { height, width, ink } = stage
  const words = lines.map((line) => byScript(line).along).filter((line) => line !== '')
  const together: Frame[] = []
  if (height >= 32 && words.length > 0) {
    const picture = darkPicture(width, height)
    const shown = words.slice(0, Math.max(2, Math.min(words.length, Math.floor(height / 16))))
    const row = Math.floor(height / shown.length)
    for (const [nth, line] of shown.entries())
      layCentred(
        picture,
        fit(ink, [line, line.replace(CLOCK, '')], width, row),
        { x: 0, y: nth * row, w: width, h: row },
        nth === 0 ? colours.words : colours.quiet,
      )
    together.push({ picture, ms: PAGE_MS * 2 })
  } else {
    // The clock would walk, and be drawn and sent anew every minute: a low panel does without.
    const short = words.map((line) => (ink.wide(line, sizeFor(stage)) > width ? line.replace(CLOCK, '') : line))
    together.push(...short.flatMap((line) => linesFrames([line], stage, colours.words)))
  }
  const mongolian = lines
    .map((line) => byScript(line).columns)
    .filter((line) => line !== '')
    .flatMap((line) => columnFrames(line, stage, colours.words, PAGE_MS))
  return [...together, ...mongolian]
}

/** A picture where the panel has the colours for it and the picture is there; else, and for films, its words. */
function mediaFrames(media: readonly ShownMedia[], stage: Stage, pictures: ReadonlyMap<string, Picture>): Frame[] {
  const isFull = stage.colour === 'rgb565' || stage.colour === 'rgb888'
  return media.flatMap(({ url, text, seconds }) => {
    const picture = isFull ? pictures.get(url) : undefined
    return picture
      ? [{ picture, ms: seconds * 1_000 }]
      : linesFrames([text], stage, paletteOf(stage.colour).quiet, sizeFor(stage), NOTICE_MS)
  })
}

/**
 * As large as the distance rule asks, and larger where all of it still fits; never smaller to save a page. Where together would be
 * small for the panel, each line has a page of its own, as large as it goes.
 */
function emergencyFrames(title: string, lines: readonly string[], stage: Stage): Frame[] {
  const { height } = stage
  const colours = paletteOf(stage.colour)
  const least = Math.min(height, Math.max(16, stage.leastDots))
  const all = [title, ...lines]
  const together = largestFor(all, least, stage)
  const frames =
    together !== null && together * 4 >= height
      ? linesFrames(all, stage, colours.alarm, together, 'reading')
      : all.flatMap((line) =>
          linesFrames([line], stage, colours.alarm, largestFor([line], least, stage) ?? least, 'reading'),
        )
  const first = frames[0]
  // The title once in reverse, so that the change is noticed.
  return first ? [{ picture: turned(first.picture, colours.alarm), ms: 1_000 }, ...frames] : frames
}

/** The largest height of a line in which all these lines stand whole on one picture, two signs wide at least; null when `least` is too large. */
function largestFor(lines: readonly string[], least: number, { width, height, ink }: Stage): number | null {
  const steps = Array.from({ length: 40 }, (_, nth) => Math.floor((height * (40 - nth)) / 42)).filter(
    (size) => size > least && size >= SMALLEST_BOLD,
  )
  const fits = (size: number): boolean =>
    size * 2 <= width &&
    lines.flatMap((line) => wrapGreedy(line, width, (text) => ink.wide(text, size))).length * Math.max(16, size) <=
      height
  return [...steps, least].find(fits) ?? null
}
