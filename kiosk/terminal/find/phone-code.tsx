import type { JSX } from 'preact'
import { inThrees, useHallCode } from '../../../display/shared/use-hall-code.ts'
import { QrCode } from '../../../display/shared/qr-code.tsx'
import { say } from '../words.ts'

/** The code that proves that a phone stands here, to scan or to type. */
export function PhoneCode({ terminalId }: { terminalId: string }): JSX.Element | null {
  const code = useHallCode('terminal', terminalId).value
  if (code === null) return null
  return (
    <figure class="phone-code">
      <QrCode text={code.address} size={208} label={say('phoneTake')} />
      <figcaption>
        {say('phoneTake')}
        <b class="num">{inThrees(code.short)}</b>
      </figcaption>
    </figure>
  )
}
