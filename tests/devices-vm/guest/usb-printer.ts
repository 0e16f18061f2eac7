import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openFile } from '../../../gateway/devices/file-link.ts'
import type { Link } from '../../../gateway/devices/link.ts'

const gadget = '/sys/kernel/config/usb_gadget/printer'
const OK: Readonly<Record<number, number>> = { 1: 0x16, 2: 0x12, 3: 0x12, 4: 0x12 }
/** Ends a slip on this printer; a slip of which this never came was cut off. */
export const slipEnd = (name: string): Uint8Array => new TextEncoder().encode(`<${name}>`)

export interface UsbPrinter {
  /** Slips that came out whole, by name. */
  readonly whole: string[]
  readonly bytes: number
  plugIn(): Promise<void>
  unplug(): Promise<void>
  /** Pulls its own cable when so many more bytes have come. */
  unplugAfter(bytes: number): void
}

/** A receipt printer on the kernel's own USB: the gateway sees /dev/usb/lp0, this end reads /dev/g_printer0. */
export function usbPrinter(): UsbPrinter {
  mkdirSync(`${gadget}/strings/0x409`, { recursive: true })
  mkdirSync(`${gadget}/configs/c.1`, { recursive: true })
  mkdirSync(`${gadget}/functions/printer.g0`, { recursive: true })
  const set = (file: string, text: string): void => writeFileSync(`${gadget}/${file}`, text)
  set('idVendor', '0x0416')
  set('idProduct', '0x5011')
  set('strings/0x409/serialnumber', 'LP-1')
  set('functions/printer.g0/pnp_string', 'MFG:Virtual;MDL:Receipt;CLS:PRINTER;')
  symlinkSync(`${gadget}/functions/printer.g0`, `${gadget}/configs/c.1/printer.g0`)
  const controller = readdirSync('/sys/class/udc')[0] ?? ''

  const whole: string[] = []
  let inside: Link | null = null
  let tail: number[] = []
  let bytes = 0
  let cutAt = Number.POSITIVE_INFINITY
  function hear(link: Link, chunk: Uint8Array): void {
    if (inside !== link) return
    for (const byte of chunk) {
      bytes += 1
      tail = [...tail.slice(-23), byte]
      const [third, second] = tail.slice(-3)
      // DLE EOT n and GS r n.
      if (third === 0x10 && second === 0x04) void link.write(Uint8Array.of(OK[byte] ?? 0x12)).catch(() => {})
      if (third === 0x1d && second === 0x72) void link.write(Uint8Array.of(0)).catch(() => {})
      const name = /<([\w-]+)>$/.exec(String.fromCharCode(...tail))?.[1]
      if (name !== undefined) whole.push(name)
    }
    if (bytes >= cutAt) void printer.unplug()
  }
  const printer: UsbPrinter = {
    whole,
    get bytes() {
      return bytes
    },
    async plugIn() {
      set('UDC', controller)
      for (let tries = 0; inside === null && tries < 100; tries += 1) {
        inside = await openFile('/dev/g_printer0')
        if (inside === null) await pause(50)
      }
      const link = inside
      if (link === null) throw new Error('the printer did not come up')
      tail = []
      link.onData((chunk) => hear(link, chunk))
    },
    async unplug() {
      cutAt = Number.POSITIVE_INFINITY
      const link = inside
      inside = null
      link?.close()
      await pause(50)
      set('UDC', '\n')
    },
    unplugAfter: (more) => void (cutAt = bytes + more),
  }
  return printer
}
