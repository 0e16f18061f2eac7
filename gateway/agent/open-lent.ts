import { stat } from 'node:fs/promises'
import type { Lendable } from '../contract/agent-messages.ts'
import { openFile } from '../devices/file-link.ts'
import type { HidPort } from '../devices/hid/hid-port.ts'
import type { Link } from '../devices/link.ts'
import { idCardReader, readerTimes } from '../devices/reader/id-card-reader.ts'
import { openSerial } from '../devices/serial-link.ts'
import { openTcp } from '../devices/tcp-link.ts'
import { serveHid } from './carry-hid.ts'
import { serveLink } from './carry-link.ts'
import { serveReader } from './carry-reader.ts'
import type { Channel } from './multiplex.ts'

const CONNECT_MS = 2_000
/** Printers and serial lines. Whatever else a terminal's computer has is not lent, even if the gateway asks for it. */
const printers = /^\/dev\/usb\/lp\d{1,2}$/
const serials = /^(\/dev\/(tty(USB|ACM|S|AMA)\d{1,3}|serial\/by-(id|path)\/[\w:.+-]{1,160})|COM\d{1,3})$/

export interface Lending {
  /** Further paths that whoever installed the agent put on its command line; `tcp:HOST:PORT` is a printer on the terminal's own cable. */
  also: readonly string[]
  hid: HidPort
  /** Nobody on the way to the gateway can read along. */
  sealed: boolean
}

/** Opens what the gateway asked for and joins it to the channel; false when it is not there, held by another, or not for lending. */
export async function openLent(what: Lendable, channel: Channel, { also, hid, sealed }: Lending): Promise<boolean> {
  switch (what.kind) {
    case 'hid': {
      // Only a path that is listed as HID right now: a name of the gateway's own making opens nothing.
      const listed = await hid.list()
      const device = listed.some(({ path }) => path === what.path) ? await hid.open(what.path) : null
      if (device) serveHid(device, channel)
      return device !== null
    }
    case 'bytes': {
      const link = await openBytes(what.path, what.baudRate, also)
      if (link) serveLink(link, channel)
      return link !== null
    }
    case 'card-reader': {
      // The key of the day goes this way and a person's hash comes back: not over a line that others can read.
      const link = sealed ? await openBytes(what.path, what.baudRate, also) : null
      if (link) serveReader(idCardReader(link, readerTimes), channel)
      return link !== null
    }
  }
}

async function openBytes(path: string, baudRate: number, also: readonly string[]): Promise<Link | null> {
  const listed = also.includes(path)
  const tcp = /^tcp:([\w.-]+):(\d{1,5})$/.exec(path)
  if (tcp) return listed ? openTcp(tcp[1] ?? '', Number(tcp[2]), CONNECT_MS) : null
  if (serials.test(path)) return openSerial(path, baudRate)
  if (!listed && !printers.test(path)) return null
  const kind = await stat(path).catch(() => null)
  return kind?.isCharacterDevice() || (listed && kind?.isFIFO()) ? openFile(path) : null
}
