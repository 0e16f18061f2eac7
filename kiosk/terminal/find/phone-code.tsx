import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { accessToken } from '../../../gateway/client/access.ts'
import { ask, withFields } from '../../../gateway/client/ask.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import type { HallCodeNow } from '../../../gateway/contract/phone-numbers.ts'
import { QrCode } from '../../shared/qr-code.tsx'
import { say } from '../words.ts'

/** Out of reach it is asked for again after so long; the one that was shown is taken away then. */
const AGAIN_S = 20

/** The code that proves that a phone stands here; a new one every minute. */
export function PhoneCode({ terminalId }: { terminalId: string }): JSX.Element | null {
  const address = useSignal<string | null>(null)
  useEffect(() => {
    let stop = (): void => {}
    let gone = false
    const read = async (): Promise<void> => {
      const token = await accessToken('terminal', terminalId)
      const answer = await ask('/api/v1/phone/code', withFields<HallCodeNow>('address', 'seconds'), { token })
      if (gone) return
      address.value = answer.ok ? answer.body.address : null
      stop = after((answer.ok ? answer.body.seconds + 1 : AGAIN_S) * 1000, () => void read())
    }
    void read()
    return () => {
      gone = true
      stop()
    }
  }, [terminalId])
  if (address.value === null) return null
  return (
    <figure class="phone-code">
      <QrCode text={address.value} size={208} label={say('phoneTake')} />
      <figcaption>{say('phoneTake')}</figcaption>
    </figure>
  )
}
