import type { PrinterLink } from '../contract/hall.ts'
import { openFile } from '../devices/file-link.ts'
import type { Link } from '../devices/link.ts'
import { openSerial } from '../devices/serial-link.ts'
import { openTcp } from '../devices/tcp-link.ts'

const CONNECT_MS = 2_000

/** Where printers are that this computer cannot reach by itself. */
export interface FarPrinters {
  /** TCP port of a simulated printer in this process. */
  simulatedPort(printerId: string): number
  /** A device file on a terminal's own computer; null while its agent is away. */
  openAt(terminalId: string, path: string): Promise<Link | null>
}

/** A link to a printer as the hall describes it; null when nobody is there. */
export function openPrinterLink(printerId: string, link: PrinterLink, far: FarPrinters): Promise<Link | null> {
  switch (link.kind) {
    case 'tcp':
      return openTcp(link.host, link.port, CONNECT_MS)
    case 'usb':
      return openFile(link.path)
    case 'serial':
      return openSerial(link.path, link.baudRate)
    case 'agent':
      return far.openAt(link.terminal, link.path)
    case 'simulated':
      return openTcp('127.0.0.1', far.simulatedPort(printerId), CONNECT_MS)
  }
}
