import type { Link } from '../../../gateway/devices/link.ts'
import { type Line, type Pipe, openPipe } from '../pipe.ts'
import type { Process, World } from '../world.ts'

/** A device behind an address: what it does with a caller. */
export interface Device {
  readonly process: Process
  readonly line: Line
  /** Whether a caller is let in now. */
  admits(): boolean
  /** A caller has come; its bytes go into what this gives back. */
  attend(caller: Caller): { hear(bytes: Uint8Array): void; left(): void }
}
export interface Caller {
  say(bytes: Uint8Array): void
  /** The device hangs up, or the cable is torn out: what is under way is lost. */
  hangUp(): void
}

/** Links that devices hold open. */
const links = new WeakMap<Device, Set<{ caller: Process; leave(): void }>>()

/** So much fits into the send buffer of a kernel. */
const SEND_BUFFER = 64 * 1024

/** Calls a device as gateway/devices/tcp-link.ts does, over a line that the storm holds in its hand. */
export function callDevice(world: World, device: Device | undefined, timeoutMs: number): Promise<Link | null> {
  const caller = world.current
  return new Promise((done) => {
    let hasGivenUp = false
    const late = world.post(timeoutMs, () => {
      hasGivenUp = true
      done(null)
    })
    const answer = (link: Link | null): void =>
      void world.post(
        0,
        () => {
          // Whoever waits no longer hangs up.
          if (hasGivenUp) return link?.reset()
          late()
          done(link)
        },
        caller,
      )
    if (!device) return answer(null)
    const network = world.begin(`line to ${device.process.name}`)
    const knock = (): void => {
      if (device.line.stalledUntil > world.now())
        return void world.post(device.line.stalledUntil - world.now() + 1, knock, network)
      const arrive = (): void => {
        if (hasGivenUp || !caller.isAlive) return
        // The kernel of a gateway that is gone has closed what it held.
        for (const open of links.get(device) ?? []) if (!open.caller.isAlive) open.leave()
        answer(device.admits() ? linkTo(world, device, caller) : null)
      }
      world.post(0, arrive, device.process)
    }
    world.post(device.line.delay(), knock, network)
  })
}

function linkTo(world: World, device: Device, caller: Process): Link {
  const onData = new Set<(bytes: Uint8Array) => void>()
  const onClose = new Set<() => void>()
  const waiting: (() => void)[] = []
  let isOpen = true
  let hasLeft = false
  const back: Pipe<Uint8Array | null> = openPipe(
    world,
    device.line,
    () => caller,
    (bytes) => {
      if (bytes === null) return over()
      if (isOpen) for (const listener of onData) listener(bytes)
    },
  )
  const attended = device.attend({
    say: (bytes) => back.send(bytes, bytes.length),
    hangUp() {
      leave()
      there.drop()
      back.drop()
      back.send(null, 0)
    },
  })
  const there: Pipe<Uint8Array | null> = openPipe(
    world,
    device.line,
    () => device.process,
    (bytes) => {
      if (bytes === null) return leave()
      if (!hasLeft) attended.hear(bytes)
      world.post(0, drain, caller)
    },
  )
  function leave(): void {
    if (hasLeft) return
    hasLeft = true
    links.get(device)?.delete(own)
    attended.left()
  }
  const own = { caller, leave }
  links.set(device, (links.get(device) ?? new Set()).add(own))
  function over(): void {
    if (!isOpen) return
    isOpen = false
    drain()
    for (const listener of onClose) listener()
  }
  function drain(): void {
    if (there.bytes < SEND_BUFFER || !isOpen) for (const go of waiting.splice(0)) go()
  }
  return {
    write(bytes) {
      if (!isOpen) return Promise.reject(new Error('the link is gone'))
      there.send(bytes, bytes.length)
      return new Promise((sent, failed) => {
        waiting.push(() => (isOpen ? sent() : failed(new Error('the link is gone'))))
        world.post(0, drain)
      })
    },
    onData(listener) {
      onData.add(listener)
      return () => onData.delete(listener)
    },
    onClose(listener) {
      onClose.add(listener)
      return () => onClose.delete(listener)
    },
    close() {
      there.send(null, 0)
      world.post(0, over)
    },
    reset() {
      there.drop()
      there.send(null, 0)
      world.post(0, over)
    },
  }
}
