import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { PanelView } from '../../gateway/contract/views.ts'
import { useNow } from '../shared/use-stage.ts'
import { panelLines, panelPicture } from './panel-picture.ts'

const DOT = 8

/** The panel dot by dot, as the card would show it. */
export function Led({ hall, id }: { hall: HallConnection; id: string }): JSX.Element {
  const view = hall.view<PanelView>(`panel:${id}`).value
  const now = useNow(hall.now)
  const canvas = useRef<HTMLCanvasElement>(null)
  const lines = view ? panelLines(view, now).join(' ') : ''
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!pen || !view) return
    const { width, height, dots } = panelPicture(view, now)
    pen.fillStyle = '#120A07'
    pen.fillRect(0, 0, width * DOT, height * DOT)
    for (let dot = 0; dot < dots.length; dot += 1) {
      pen.fillStyle = dots[dot] === 1 ? '#FF6A3D' : '#2B1711'
      pen.beginPath()
      pen.arc(((dot % width) + 0.5) * DOT, (Math.floor(dot / width) + 0.5) * DOT, DOT * 0.42, 0, 7)
      pen.fill()
    }
  }, [lines, view?.panel.width])
  return <canvas ref={canvas} width={(view?.panel.width ?? 128) * DOT} height={(view?.panel.height ?? 32) * DOT} role="img" aria-label={lines} />
}
