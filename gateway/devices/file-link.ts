import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Link } from './link.ts'
import { within } from './within.ts'
import { pause } from '../time.ts'

const POLL_MS = 10
/** A device that does not let go must not hold up whoever asks for it next. */
const CLOSE_MS = 2_000
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

/** Files that are being closed: usblp lets in one at a time, and closing takes its turn among Node's threads. */
const closing = new Map<string, Promise<void>>()

/**
 * A device file that is read and written, such as /dev/usb/lp0; null when it is not there or another program holds it (usblp
 * lets in one at a time). Opened non-blocking and polled: a read that blocks would occupy one of Node's few threads.
 */
export async function openFile(path: string): Promise<Link | null> {
  await within(CLOSE_MS, closing.get(path) ?? Promise.resolve(), undefined)
  const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY).catch(() => null)
  if (!file) return null
  const onData = new Set<(bytes: Uint8Array) => void>()
  const onClose = new Set<() => void>()
  let isOpen = true

  function close(): void {
    if (!isOpen) return
    isOpen = false
    // The file may be gone already: unplugged.
    const closed = (file?.close() ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        if (closing.get(path) === closed) closing.delete(path)
      })
    closing.set(path, closed)
    for (const listener of onClose) listener()
  }
  async function listen(): Promise<void> {
    const buffer = Buffer.alloc(4096)
    while (isOpen) {
      const heard = await file?.read(buffer, 0, buffer.length, null).catch((error: unknown) => codeOf(error))
      if (typeof heard === 'string' && heard !== 'EAGAIN') return close()
      if (typeof heard !== 'object' || heard.bytesRead === 0) await pause(POLL_MS)
      else for (const listener of onData) listener(Uint8Array.from(buffer.subarray(0, heard.bytesRead)))
    }
  }
  void listen().catch((broken: unknown) => {
    // Nobody would read any more: whoever opened it must open it anew.
    close()
    throw broken
  })

  return {
    async write(bytes) {
      for (let sent = 0; sent < bytes.length; ) {
        if (!isOpen) throw new Error(`${path} is closed`)
        try {
          sent += (await file.write(bytes, sent, bytes.length - sent, null)).bytesWritten
        } catch (error) {
          if (codeOf(error) !== 'EAGAIN') {
            close()
            throw error
          }
          await pause(POLL_MS)
        }
      }
    },
    onData: (listener) => {
      onData.add(listener)
      return () => onData.delete(listener)
    },
    onClose: (listener) => {
      if (!isOpen) queueMicrotask(listener)
      onClose.add(listener)
      return () => onClose.delete(listener)
    },
    close,
    // Nothing waits in a buffer of ours: a write is done when the device took it.
    reset: close,
  }
}
