import type { DeviceHook } from '../contract/device-hooks.ts'
import type { DeviceHealth } from '../contract/device-view.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import { after, newId } from '../time.ts'
import { answerWords, isTaken, postSigned } from './post-signed.ts'

export interface HookTimes {
  answerMs: number
  firstPauseMs: number
  longestPauseMs: number
}
export const usualHookTimes: HookTimes = { answerMs: 5_000, firstPauseMs: 1_000, longestPauseMs: 300_000 }

export interface HookDeps {
  hooks: readonly DeviceHook[]
  hallId: string
  board: Pick<DeviceBoard, 'onChange'>
  key: string
  now(): number
  /** A message was given up, or the other side refuses: for the log. */
  onTrouble(words: string): void
  times: HookTimes
}

/** Messages that wait for one address; more push the oldest out: the other side was away for long. */
const MOST_WAITING = 200

/** Tells other systems of devices that changed: in order, signed, again and again with longer pauses; nothing in the hall waits for it. */
export function tellHooks(deps: HookDeps): { close(): void } {
  const lines = deps.hooks.map((hook) => hookLine(hook, deps))
  deps.board.onChange((device, before) => {
    // That all is well at the start is no news.
    if (before === null && (device.state === 'ok' || device.state === 'unknown')) return
    for (const line of lines) line.hear(device)
  })
  return {
    close() {
      for (const line of lines) line.close()
    },
  }
}

function hookLine({ url, states, afterSeconds }: DeviceHook, { hallId, key, now, onTrouble, times }: HookDeps) {
  const waiting: { id: string; body: string }[] = []
  const settling = new Map<string, () => void>()
  const told = new Map<string, DeviceHealth['state']>()
  let timer: (() => void) | null = null
  let sending = false
  let tries = 0
  let closed = false

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
    const id = newId()
    waiting.push({ id, body: JSON.stringify({ id, type: 'device-changed', hall: hallId, at: now(), device }) })
    if (waiting.length > MOST_WAITING) {
      waiting.shift()
      onTrouble(`${url}：积压太多，最早的一条不再发了`)
    }
    if (timer === null) void send()
  }
  async function send(): Promise<void> {
    const first = waiting[0]
    if (!first || sending || closed) return
    sending = true
    const problem = await post(first.id, first.body)
    sending = false
    if (closed) return
    if (problem === null) {
      tries = 0
      if (waiting[0] === first) waiting.shift()
      return void send()
    }
    tries += 1
    if (tries === 1) onTrouble(`${url}：${problem}，会再试`)
    const pause = Math.min(times.longestPauseMs, times.firstPauseMs * 2 ** Math.min(tries - 1, 20))
    timer = after(pause, () => {
      timer = null
      void send()
    })
  }
  /** Why it was not taken; null = it was. */
  async function post(id: string, body: string): Promise<string | null> {
    const status = await postSigned({ url, key, id, body, timestamp: now(), answerMs: times.answerMs })
    return isTaken(status) ? null : answerWords(status)
  }
  return {
    hear,
    close() {
      closed = true
      timer?.()
      for (const stop of settling.values()) stop()
    },
  }
}
