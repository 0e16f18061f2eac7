import { askFile } from '../../gateway/client/ask.ts'
import { pause } from '../../gateway/client/page-clock.ts'
const SVG = 'http://www.w3.org/2000/svg'
const WIDTH = 1280
const JPEG = 0.85
/** Faces inside of a picture are decoded after it says that it has loaded. */
const FACES_MS = 400

/**
 * What this page shows now, as a JPEG 1280 pixels wide: its own markup, styles, pictures and faces drawn anew inside an SVG, because a page may not look
 * at its own window. Films are taken at their present frame. null = this browser cannot.
 */
export async function takePicture(shown: Element): Promise<Blob | null> {
  const [width, height] = [innerWidth, innerHeight]
  const copy = shown.cloneNode(true) as Element
  await takeOver(shown, copy)
  const text = shown.textContent ?? ''
  const style = document.createElement('style')
  style.textContent = `${(await stylesFor(text)).join('\n')}\n* { animation: none !important; transition: none !important }`
  const body = document.createElement('body')
  body.setAttribute('style', `margin:0;width:${width}px;height:${height}px;overflow:hidden;position:relative`)
  body.append(style, copy)
  const markup = new XMLSerializer().serializeToString(body)
  const picture = new Image()
  const inside = `<foreignObject width="100%" height="100%">${markup}</foreignObject>`
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(`<svg xmlns="${SVG}" width="${width}" height="${height}">${inside}</svg>`)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = Math.round((WIDTH * height) / width)
  const ink = canvas.getContext('2d')
  if (!ink) return null
  // The first drawing asks for the faces, the second has them.
  ink.drawImage(picture, 0, 0, canvas.width, canvas.height)
  await pause(FACES_MS)
  ink.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', JPEG))
}

/** Pictures and films live outside of the markup: each becomes data of its copy. */
async function takeOver(shown: Element, copy: Element): Promise<void> {
  const [from, to] = [[...shown.querySelectorAll('img, video')], [...copy.querySelectorAll('img, video')]]
  for (const [nth, one] of from.entries()) {
    const canvas = document.createElement('canvas')
    const wide = one instanceof HTMLVideoElement ? one.videoWidth : (one as HTMLImageElement).naturalWidth
    const high = one instanceof HTMLVideoElement ? one.videoHeight : (one as HTMLImageElement).naturalHeight
    const shrink = Math.min(1, WIDTH / Math.max(1, wide))
    canvas.width = Math.max(1, Math.round(wide * shrink))
    canvas.height = Math.max(1, Math.round(high * shrink))
    canvas.getContext('2d')?.drawImage(one as HTMLImageElement | HTMLVideoElement, 0, 0, canvas.width, canvas.height)
    const still = document.createElement('img')
    still.className = one.className
    still.src = canvas.toDataURL('image/jpeg', JPEG)
    to[nth]?.replaceWith(still)
  }
}

/** Every rule of the page; of the faces only the slices whose characters stand here, with their bytes. */
async function stylesFor(text: string): Promise<string[]> {
  const signs = new Set([...text].map((sign) => sign.codePointAt(0) ?? 0))
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].map((rule) => ({ rule, home: sheet.href ?? location.href })),
  )
  const all = rules.map(async ({ rule, home }) => {
    if (!(rule instanceof CSSFontFaceRule)) return rule.cssText
    const url = rule.style.getPropertyValue('src').match(/url\("?([^")]+\.woff2)"?\)/)?.[1]
    if (url === undefined || !holdsAny(rule.style.getPropertyValue('unicode-range'), signs)) return ''
    const face = await askFile(new URL(url, home).href)
    if (!face.ok) return ''
    return rule.cssText.replace(/src:[^;]+;/, `src: url("${await asData(face.body)}") format("woff2");`)
  })
  return Promise.all(all)
}
/** `range` as in CSS: U+4E00-4EFF, U+25??; empty = every character. */
export function holdsAny(range: string, signs: ReadonlySet<number>): boolean {
  if (range.trim() === '') return true
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
    const [low, high] = [
      Number.parseInt(first.replaceAll('?', '0'), 16),
      Number.parseInt(last.replaceAll('?', 'F'), 16),
    ]
    return [...signs].some((sign) => sign >= low && sign <= high)
  })
}
const asData = (bytes: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.readAsDataURL(bytes)
  })
