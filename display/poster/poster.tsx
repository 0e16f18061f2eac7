import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import { Icon, Mark } from '../shared/icons.tsx'
import { QrCode } from '../shared/qr-code.tsx'
import { inThrees, useHallCode } from '../shared/use-hall-code.ts'
import { list, say } from './words.ts'

interface PosterHall {
  name: string
  publicUrl: string | null
  remoteNumbers: boolean
}

/**
 * 手机取号 as a sheet of A4. What is printed hangs for years: its code opens the page, and the digits of the minute are read elsewhere. As a
 * screen of the hall (`screenId`) it shows the minute's code itself.
 */
export function Poster({ screenId }: { screenId: string | null }): JSX.Element | null {
  const hall = useSignal<PosterHall | null>(null)
  useEffect(() => {
    void getJson('/api/v1/hall', withFields<PosterHall>('name')).then(
      (read) => void (hall.value = read),
      () => {},
    )
  }, [])
  if (hall.value === null) return null
  const { name, publicUrl, remoteNumbers } = hall.value
  const address = `${publicUrl ?? location.origin}/take`
  return (
    <main class={`poster ${screenId === null ? '' : 'on-screen'}`}>
      <header>
        <Mark size={72} />
        <b class="serif">{name}</b>
      </header>
      <h1 class="serif">{say('title')}</h1>
      <ol>
        {list(screenId === null ? 'steps' : 'stepsLive').map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {screenId === null ? (
        <QrCode text={address} size={420} label={say('scan')} />
      ) : (
        <MinuteCode screenId={screenId} />
      )}
      {screenId === null && (
        <p class="address">
          {say('address')} <b class="num">{address.replace(/^https?:\/\//, '')}</b>
        </p>
      )}
      <footer>
        {remoteNumbers && <p>{say('outside')}</p>}
        <p>{say('noPaper')}</p>
      </footer>
      {screenId === null && (
        <div class="print-row">
          <button type="button" onClick={() => window.print()}>
            <Icon name="printer" size={22} /> {say('print')}
          </button>
          <span>{say('printHint')}</span>
        </div>
      )}
    </main>
  )
}

function MinuteCode({ screenId }: { screenId: string }): JSX.Element {
  const code = useHallCode('display', screenId).value
  if (code === null)
    return (
      <figure>
        <div class="no-code" />
      </figure>
    )
  return (
    <figure>
      <QrCode text={code.address} size={420} label={say('scan')} />
      <p class="address">
        <b class="num digits">{inThrees(code.short)}</b> {say('minute')}
      </p>
    </figure>
  )
}
