import type { CardLink, PanelCard } from '../contract/led-panel.ts'
import type { Panel } from '../contract/hall.ts'
import type { Bx6Colour } from '../devices/led/bx6/bx6-bitmap.ts'
import { bx6Driver } from '../devices/led/bx6/bx6-driver.ts'
import { bxkDriver } from '../devices/led/bxk/bxk-driver.ts'
import type { CardDriver } from '../devices/led/card-driver.ts'
import { huiduDriver } from '../devices/led/huidu/huidu-driver.ts'
import { novastarDriver } from '../devices/led/novastar/novastar-driver.ts'
import { templateDriver } from '../devices/led/template/template-driver.ts'
import type { Link } from '../devices/link.ts'
import { openSerial } from '../devices/serial-link.ts'
import { openTcp } from '../devices/tcp-link.ts'

const CONNECT_MS = 2_000

/** How the dots go over the wire: as the panel's colours say, but for panels that are wired the other way round. */
export const bx6Colour = ({ colour, planes }: Extract<PanelCard, { kind: 'bx6' }>): Bx6Colour =>
  colour === 'double' && planes === 'gr' ? 'double-gr' : colour

/** `startedAt`: epoch ms of this start of the gateway. */
export function driverOf(
  { width, height }: Pick<Panel, 'width' | 'height'>,
  card: NonNullable<Panel['card']>,
  startedAt: number,
): CardDriver {
  switch (card.kind) {
    case 'bx6':
      return bx6Driver(width, height, bx6Colour(card))
    case 'bxk':
      return bxkDriver(width, height, card.model, card.address)
    case 'huidu':
      return huiduDriver(width, height, Math.floor(startedAt / 1_000))
    case 'novastar':
      return novastarDriver()
    case 'template':
      return templateDriver(card.frame, card.address)
  }
}

/**
 * Opens links for all panels. Strips on one RS-485 line share the port: it is opened once, closed with its last user, and one frame
 * with its answer at a time goes over it: two that spoke at once would spoil both.
 */
export function ledCardLinks(simulatedPort: (panelId: string) => number, openPort = openSerial) {
  const ports = new Map<string, { port: Promise<Link | null>; users: number; before: Promise<unknown> }>()
  async function share(path: string, baudRate: number): Promise<Link | null> {
    const shared = ports.get(path) ?? { port: openPort(path, baudRate), users: 0, before: Promise.resolve() }
    ports.set(path, shared)
    shared.users += 1
    const leave = (): void => {
      shared.users -= 1
      if (shared.users > 0) return
      if (ports.get(path) === shared) ports.delete(path)
      void shared.port.then((port) => port?.close())
    }
    const port = await shared.port
    if (!port) {
      if (ports.get(path) === shared) ports.delete(path)
      return null
    }
    port.onClose(() => void (ports.get(path) === shared && ports.delete(path)))
    let left = false
    // The port outlives who uses it: what they listened with goes with them.
    const ears = new Set<() => void>()
    const listening = (stop: () => void): (() => void) => {
      ears.add(stop)
      return stop
    }
    const close = (): void => {
      if (left) return
      left = true
      for (const stop of ears) stop()
      leave()
    }
    return {
      write: (bytes) => port.write(bytes),
      onData: (listener) => listening(port.onData(listener)),
      onClose: (listener) => listening(port.onClose(listener)),
      alone(work) {
        const mine = shared.before.then(work)
        shared.before = mine.catch(() => {})
        return mine
      },
      close,
      // Another strip's frame may be on its way over the same port.
      reset: close,
    }
  }
  return (panelId: string, link: CardLink): Promise<Link | null> => {
    switch (link.kind) {
      case 'tcp':
        return openTcp(link.host, link.port, CONNECT_MS)
      case 'serial':
        return share(link.path, link.baudRate)
      case 'simulated':
        return openTcp('127.0.0.1', simulatedPort(panelId), CONNECT_MS)
    }
  }
}
