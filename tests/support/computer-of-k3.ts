import { lentList } from '../../gateway/agent/lent-list.ts'
import { openPageDoor } from '../../gateway/agent/page-door.ts'
import { runAgent } from '../../gateway/agent/run-agent.ts'
import type { HidInfo, HidPort } from '../../gateway/devices/hid/hid-port.ts'

const TOKEN = 'token-of-k3'
const nothing = (): void => {}
/** Two of these differ by nothing but where they are plugged in. */
const twin = (path: string): HidInfo => ({
  path,
  vendorId: 0x1209,
  productId: 1,
  serial: 'SAME',
  product: 'twin',
  usagePage: 0xff00,
  usage: 1,
  port: path,
})

/** The computer of terminal K3: its agent, the door for its own page, what is plugged into it, and the printer it lends. */
export async function computerOfK3(gateway: string, lent: string) {
  let plugged: HidInfo[] = []
  let mayOpen = true
  const changed = new Set<() => void>()
  const hid: HidPort = {
    list: async () => plugged,
    open: async () =>
      mayOpen
        ? { write: async () => {}, sendFeature: async () => {}, onReport: nothing, onGone: nothing, close: nothing }
        : null,
    onChange: (listener) => void changed.add(listener),
  }
  const list = lentList(hid)
  const openDoor = async (port: number) => {
    let taken = false
    const own = { terminal: 'K3', token: TOKEN }
    const state = async () => ({ terminal: 'K3', gateway: 'lending' as const, since: 0, devices: await list.now() })
    const onTaken = (): void => void (taken = true)
    const opened = await openPageDoor({ port, origins: [gateway], own, state, onTaken })
    return { ...opened, taken: () => taken }
  }
  let door = await openDoor(0)
  const doorPort = door.port() ?? 0
  const startAgent = (instance: string) =>
    runAgent({
      gateways: [gateway],
      terminal: 'K3',
      token: TOKEN,
      instance,
      version: 'test',
      system: 'test',
      sealed: true,
      also: [lent],
      hid,
      lentList: list,
      now: Date.now,
      onState: nothing,
    })
  let agent: ReturnType<typeof runAgent> | null = startAgent('instance-one')
  const others: ReturnType<typeof runAgent>[] = []
  return {
    door: {
      port: doorPort,
      isOpen: () => !door.taken(),
      async restart() {
        door.close()
        door = await openDoor(doorPort)
      },
      close: () => door.close(),
    },
    stopAgent() {
      agent?.close()
      agent = null
    },
    startAgent: () => void (agent ??= startAgent('instance-one')),
    startSecondAgent: () => void others.push(startAgent('instance-two')),
    stopSecondAgent: () => others.pop()?.close(),
    plugIn(paths: string[], canBeOpened: boolean) {
      plugged = paths.map(twin)
      mayOpen = canBeOpened
      for (const listener of changed) listener()
    },
    close() {
      agent?.close()
      for (const one of others) one.close()
      door.close()
    },
  }
}
