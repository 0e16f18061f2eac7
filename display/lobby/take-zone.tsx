import type { JSX } from 'preact'
import { QrCode } from '../shared/qr-code.tsx'
import { inThrees, useHallCode } from '../shared/use-hall-code.ts'
import { wordsIn } from './words.ts'

/** 手机取号 from the wall: scanned near by, its six digits typed by who sits further away. Nothing where there is none. */
export function TakeZone({ screenId, isEnglish }: { screenId: string; isEnglish: boolean }): JSX.Element | null {
  const code = useHallCode('display', screenId).value
  if (code === null) return null
  const say = wordsIn(isEnglish)
  return (
    <div class="take-card">
      <QrCode text={code.address} size={148} label={say('take')} />
      <div>
        <b>{say('take')}</b>
        <b class="num">{inThrees(code.short)}</b>
        <span>{say('takeHint')}</span>
      </div>
    </div>
  )
}
