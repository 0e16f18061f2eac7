import type { Link } from '../devices/link.ts'
import { LARGEST_PACKET } from './frame.ts'
import { type Channel, WINDOW } from './multiplex.ts'

/** The gateway's end of a lent device: a link like any other. A write is done when the device took the bytes, not the network. */
export function linkOver(channel: Channel): Link {
  const onData = new Set<(bytes: Uint8Array) => void>()
  channel.onPacket((bytes) => {
    for (const listener of onData) listener(bytes)
  })
  return {
    async write(bytes) {
      const parts: Promise<void>[] = []
      for (let at = 0; at < bytes.length; at += LARGEST_PACKET)
        parts.push(channel.send(bytes.subarray(at, at + LARGEST_PACKET), 'data'))
      await Promise.all(parts)
    },
    onData: (listener) => {
      onData.add(listener)
      return () => onData.delete(listener)
    },
    onClose: (listener) => {
      let wanted = true
      channel.onClose(() => wanted && listener())
      return () => void (wanted = false)
    },
    close: () => channel.close(),
    reset: () => channel.reset(),
  }
}

/** The agent's end: bytes go to the device as fast as it takes them; when either side goes, both do, and nothing is kept. */
export function serveLink(link: Link, channel: Channel): void {
  channel.onPacket((bytes) => link.write(bytes))
  link.onData((bytes) => {
    // A device that talks without end, with nobody listening, must not fill the memory.
    if (channel.backlog > WINDOW) return channel.close()
    for (let at = 0; at < bytes.length; at += LARGEST_PACKET)
      channel.send(bytes.subarray(at, at + LARGEST_PACKET), 'data').catch(() => {})
  })
  link.onClose(() => channel.close())
  channel.onClose((isReset) => (isReset ? link.reset() : link.close()))
}
