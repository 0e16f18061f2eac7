import { connect } from 'node:net'
import type { Link } from './link.ts'
import { after } from '../time.ts'

/** Opens a TCP link, or null when nobody answers in time: an absent device is a result, not an exception. */
export function openTcp(host: string, port: number, timeoutMs: number): Promise<Link | null> {
  return new Promise((done) => {
    const socket = connect({ host, port, noDelay: true })
    const notLate = after(timeoutMs, () => socket.destroy())
    // Without a listener a late reset would take the gateway down; 'close' follows and is enough.
    socket.on('error', () => {})
    socket.once('close', () => {
      notLate()
      done(null)
    })
    socket.once('connect', () => {
      notLate()
      done({
        write: (bytes) =>
          new Promise((sent, failed) => socket.write(bytes, (error) => (error ? failed(error) : sent()))),
        onData: (listener) => {
          socket.on('data', listener)
          return () => socket.off('data', listener)
        },
        onClose: (listener) => {
          if (socket.closed) queueMicrotask(listener)
          socket.on('close', listener)
          return () => socket.off('close', listener)
        },
        close: () => void socket.end().destroySoon(),
        reset: () => void socket.resetAndDestroy(),
      })
    })
  })
}
