import { clockAt } from '../../../gateway/contract/hall-time.ts'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { OwnComputer } from '../../../gateway/contract/agent-page.ts'
import { facts } from '../hall-facts.ts'
import { language } from '../../../display/shared/page-words.ts'
import { say } from '../words.ts'
import { stateOfThisComputer } from './ask-own-computer.ts'
import { after } from '../../../gateway/client/page-clock.ts'

const LOOK_MS = 4_000

/** What this computer says while the page has no line to the gateway: who is away since when, and whether its printer is there at all. */
export function OwnComputerLine({ id }: { id: string }): JSX.Element | null {
  const own = useSignal<OwnComputer | null>(null)
  useEffect(() => {
    let left = false
    let stop = (): void => {}
    async function look(): Promise<void> {
      const state = await stateOfThisComputer(id)
      if (left) return
      own.value = state
      stop = after(LOOK_MS, () => void look())
    }
    void look()
    return () => {
      left = true
      stop()
    }
  }, [id])
  const words = own.value === null ? [] : ownWords(own.value, facts.value.timeZone)
  return words.length === 0 ? null : <small class="own-computer">{words.join(' ')}</small>
}

/** In the visitor's language, most important first; nothing where the computer knows no more than the page. */
export function ownWords({ gateway, since, devices }: OwnComputer, timeZone: string): string[] {
  const clock = clockAt(since, timeZone)
  const isOut = devices.some(({ kind, present }) => kind === 'printer' && !present)
  void language.value
  return [
    ...(gateway === 'away' ? [say('ownAwaySince', { clock })] : gateway === 'lending' ? [say('ownReconnecting')] : []),
    ...(isOut ? [say('ownPrinterOut')] : []),
  ]
}
