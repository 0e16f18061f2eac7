import type { Reader } from '../contract/input-devices.ts'
import { type IdCardReader, idCardReader, readerTimes } from '../devices/reader/id-card-reader.ts'
import type { Link } from '../devices/link.ts'
import { openSerial } from '../devices/serial-link.ts'

/**
 * Opens readers wherever they are plugged in: simulated, at the gateway's own computer, or at a terminal's, where its agent runs the driver
 * so that a card's number never travels. null = it is not there now.
 */
export const readersBy =
  (
    simulated: (readerId: string) => Link | null,
    openAt: (terminalId: string, path: string, baudRate: number) => Promise<IdCardReader | null>,
  ) =>
  async ({ id, link }: Reader): Promise<IdCardReader | null> => {
    if (link.kind === 'serial' && link.at !== null) return openAt(link.at, link.path, link.baudRate)
    const line = link.kind === 'simulated' ? simulated(id) : await openSerial(link.path, link.baudRate)
    return line && idCardReader(line, readerTimes)
  }
