import { createHash } from 'node:crypto'
import type { DeviceHook } from '../contract/device-hooks.ts'
import type { DeviceHealth } from '../contract/device-view.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import { after, newId } from '../time.ts'
import type { Address, Deliveries } from './deliveries.ts'
import type { Teller } from './send-webhooks.ts'

export interface HookDeps {
  hooks: readonly DeviceHook[]
  hallId: string
  board: Pick<DeviceBoard, 'onChange'>
  deliveries: Deliveries
  now(): number
}

/** Tells other systems of devices that changed, once it has stood for a while. */
export function tellHooks({ hooks, hallId, board, deliveries, now }: HookDeps): Teller {
  const lines = hooks.map((hook) => hookLine(hook, { hallId, deliveries, now }))
  let closed = false
  board.onChange((device, before) => {
    // That all is well at the start is no news.
    if (closed || (before === null && (device.state === 'ok' || device.state === 'unknown'))) return
    for (const line of lines) line.hear(device)
  })
  const wake = (): void => {
    for (const { to } of lines) deliveries.run(to, async () => {})
  }
  wake()
  return {
    addresses: () => lines.map(({ to }) => to),
    wake,
    close() {
      closed = true
      for (const line of lines) line.close()
    },
  }
}

/** An address has no id of its own in the hall folder: it is known by what it is, also after a restart. */
const idOf = (url: string): string => `device-${createHash('sha256').update(url).digest('hex').slice(0, 6)}`

function hookLine(
  { url, states, afterSeconds }: DeviceHook,
  { hallId, deliveries, now }: Pick<HookDeps, 'hallId' | 'deliveries' | 'now'>,
) {
  const to: Address = { id: idOf(url), url, topics: ['device'] }
  const settling = new Map<string, () => void>()
  const told = new Map<string, DeviceHealth['state']>()

  function hear(device: DeviceHealth): void {
    settling.get(device.id)?.()
    settling.set(
      device.id,
      after(afterSeconds * 1000, () => settle(device)),
    )
  }
  function settle({ history: _, ...device }: DeviceHealth): void {
    settling.delete(device.id)
    // It came and went in between: what was told still holds.
    if (!states.includes(device.state) || told.get(device.id) === device.state) return
    if (!told.has(device.id) && device.state === 'ok') return
    told.set(device.id, device.state)
    const id = `${to.id}-${newId().replaceAll('-', '')}`
    const at = Math.round(now())
    const type = 'device-changed'
    const body = JSON.stringify({ id, type, hall: hallId, at, device })
    deliveries.add(to, { id, hookId: to.id, topic: 'device', type, about: device.id, at, body })
  }
  return {
    to,
    hear,
    close() {
      for (const stop of settling.values()) stop()
    },
  }
}
