import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ask, withFields } from '../../../gateway/client/ask.ts'
import type { ElsewhereHall, ElsewhereView } from '../../../gateway/contract/elsewhere.ts'
import { isSooner } from '../../../gateway/contract/is-sooner.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { waitInWords } from '../hall-facts.ts'
import { say } from '../words.ts'

/** The hall of the city that does this matter soonest, where that is sooner than here whatever comes; else nothing. */
export function ElsewhereLine({ matterId, wait }: { matterId: string; wait: QueueView['wait'] }): JSX.Element | null {
  const best = useSignal<ElsewhereHall | null>(null)
  useEffect(() => {
    best.value = null
    const path = `/api/v1/elsewhere?${new URLSearchParams({ matterId })}`
    void ask(path, withFields<ElsewhereView>('items')).then((answer) => {
      best.value = answer.ok ? (answer.body.items[0] ?? null) : null
    })
  }, [matterId, wait?.lowMinutes])
  const there = best.value
  if (there === null || !isSooner(there.wait, wait)) return null
  const { name, kilometres } = there
  const told = waitInWords(there.wait)
  return (
    <span class="elsewhere">
      {kilometres === null
        ? say('elsewhere', { name, wait: told })
        : say('elsewhereNear', { name, wait: told, km: kilometres })}
    </span>
  )
}
