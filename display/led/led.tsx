import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { PanelView } from '../../gateway/contract/display-views.ts'
import { type Film, panelFilm } from './film.ts'
import { filmPlayer } from './film-player.ts'
import type { Ink } from './ink.ts'
import { pagePictures } from './page-pictures.ts'
import type { Picture } from './picture.ts'
import { sceneKeys, sceneOf } from './scene.ts'
import { after } from '../../gateway/client/page-clock.ts'

/** The panel dot by dot, as its card would show it: the same film, played here. */
export function Led({ hall, id, ink }: { hall: HallConnection; id: string; ink: Ink }): JSX.Element {
  const view = hall.view<PanelView>(`panel:${id}`).value
  const canvas = useRef<HTMLCanvasElement>(null)
  const round = useSignal(0)
  const kept = useMemo(() => new Map<string, Picture>(), [])
  const player = useMemo(() => filmPlayer((picture) => canvas.current && paint(canvas.current, picture)), [])
  const sent = useRef({ whole: '', calm: '' })
  const key = JSON.stringify(view)
  useEffect(() => () => player.stop(), [])
  useEffect(() => {
    if (!view) return
    const show = (pictures: ReadonlyMap<string, Picture>, isNews: boolean): Film => {
      const film = panelFilm(view, hall.now(), ink, pictures)
      const keys = sceneKeys(sceneOf(view, hall.now()).scene)
      // The clock goes on and somebody more waits: a film that is begun anew for that never comes to its end.
      if (isNews || keys.whole !== sent.current.whole) {
        player.play(film, !isNews && keys.calm === sent.current.calm ? 'after-loop' : 'now')
        sent.current = keys
      }
      return film
    }
    const film = show(kept, false)
    const { width, height } = view.panel
    let left = false
    if (view.media.some(({ url, kind }) => kind !== 'video' && !kept.has(url)))
      void pagePictures(view.media, width, height).then((pictures) => {
        for (const [url, picture] of pictures) kept.set(url, picture)
        if (!left && pictures.size > 0) show(kept, true)
      })
    const wait = Math.min(60_000, Math.max(50, film.until - hall.now()))
    const stopWaiting = after(wait, () => void (round.value += 1))
    return () => {
      left = true
      stopWaiting()
    }
  }, [key, round.value])
  const words = view?.emergency
    ? [view.emergency.title, ...view.emergency.lines].join('，')
    : view
      ? [
          ...view.calls.slice(0, 1).map(({ number, counterId }) => `${number} ${counterId}号窗口`),
          view.panel.welcome,
        ].join(' ')
      : ''
  return (
    <main>
      <h1>
        <canvas ref={canvas} role="img" aria-label={words} />
      </h1>
    </main>
  )
}

/** Round dots where they can be seen, plain pixels on large panels. */
function paint(canvas: HTMLCanvasElement, { width, height, pixels }: Picture): void {
  const dot = width > 640 ? 1 : width > 256 ? 4 : 8
  if (canvas.width !== width * dot) canvas.width = width * dot
  if (canvas.height !== height * dot) canvas.height = height * dot
  const pen = canvas.getContext('2d')
  if (!pen) return
  if (dot === 1) {
    const image = pen.createImageData(width, height)
    for (let at = 0; at < width * height; at += 1)
      image.data.set([pixels[at * 3] ?? 0, pixels[at * 3 + 1] ?? 0, pixels[at * 3 + 2] ?? 0, 255], at * 4)
    return pen.putImageData(image, 0, 0)
  }
  pen.fillStyle = '#0c0a09'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 3, at * 3 + 3)
    pen.fillStyle = red + green + blue === 0 ? '#221d1a' : `rgb(${red},${green},${blue})`
    pen.beginPath()
    pen.arc(((at % width) + 0.5) * dot, (Math.floor(at / width) + 0.5) * dot, dot * 0.44, 0, 7)
    pen.fill()
  }
}
