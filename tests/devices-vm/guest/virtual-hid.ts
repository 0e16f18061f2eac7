import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'

/** linux/uhid.h: event numbers, and where the fields of `uhid_create2_req` lie. */
const DESTROY = 1
const OUTPUT = 6
const CREATE = 11
const INPUT = 12
const SET_REPORT = 13
const SET_REPORT_REPLY = 14
const EVENT_SIZE = 4380
const BUS_USB = 3
const POLL_MS = 5

export interface VirtualHid {
  /** The device says this report; the first byte is its number when reports are numbered. */
  say(report: Uint8Array): void
  /** Output and feature reports that the driver wrote, in order. */
  readonly written: { kind: 'output' | 'feature'; report: Uint8Array }[]
  unplug(): void
}
export interface HidShape {
  name: string
  vendorId: number
  productId: number
  serial: string
  descriptor: readonly number[]
}

/** A HID device that the kernel takes for a real one: hidraw, sysfs and all. */
export function plugIn({ name, vendorId, productId, serial, descriptor }: HidShape): VirtualHid {
  const file = openSync('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK)
  const create = Buffer.alloc(EVENT_SIZE)
  create.writeUInt32LE(CREATE, 0)
  create.write(name, 4)
  create.write(serial, 196)
  create.writeUInt16LE(descriptor.length, 260)
  create.writeUInt16LE(BUS_USB, 262)
  for (const [nth, number] of [vendorId, productId, 0x100, 0].entries()) create.writeUInt32LE(number, 264 + 4 * nth)
  Buffer.from(descriptor).copy(create, 280)
  writeSync(file, create)

  const written: VirtualHid['written'] = []
  const event = Buffer.alloc(EVENT_SIZE)
  function listen(): void {
    for (;;) {
      try {
        if (readSync(file, event) === 0) return
      } catch {
        // Nothing to read for now.
        return
      }
      const type = event.readUInt32LE(0)
      if (type === OUTPUT)
        written.push({ kind: 'output', report: Uint8Array.from(event.subarray(4, 4 + event.readUInt16LE(4100))) })
      if (type !== SET_REPORT) continue
      // id (4), number (1), kind (1), size (2), data; the answer is id (4) and error (2).
      written.push({ kind: 'feature', report: Uint8Array.from(event.subarray(12, 12 + event.readUInt16LE(10))) })
      const reply = Buffer.alloc(10)
      reply.writeUInt32LE(SET_REPORT_REPLY, 0)
      reply.writeUInt32LE(event.readUInt32LE(4), 4)
      writeSync(file, reply)
    }
  }
  const poll = setInterval(listen, POLL_MS)
  return {
    written,
    say(report) {
      const input = Buffer.alloc(4102)
      input.writeUInt32LE(INPUT, 0)
      input.writeUInt16LE(report.length, 4)
      Buffer.from(report).copy(input, 6)
      writeSync(file, input)
    },
    unplug() {
      clearInterval(poll)
      const destroy = Buffer.alloc(4)
      destroy.writeUInt32LE(DESTROY, 0)
      writeSync(file, destroy)
      closeSync(file)
    },
  }
}

/** HID point of sale: input report 2 of 63 bytes, feature report FE of one. */
export const posScanner: HidShape = {
  name: 'Virtual scanner',
  vendorId: 0x0c2e,
  productId: 0x0b81,
  serial: 'SN001',
  descriptor: [
    ...[
      0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x85, 0x02, 0x09, 0x12, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x3f,
      0x81, 0x02,
    ],
    ...[0x85, 0xfe, 0x06, 0x66, 0xff, 0x09, 0x01, 0x75, 0x08, 0x95, 0x01, 0xb1, 0x02, 0xc0],
  ],
}
/** The lit pad: input report 1 of one byte, output report 2 of six. */
export const litPad: HidShape = {
  name: 'Virtual pad',
  vendorId: 0x1209,
  productId: 0x7a01,
  serial: 'PAD-1',
  descriptor: [
    ...[
      0x06, 0x00, 0xff, 0x09, 0x01, 0xa1, 0x01, 0x85, 0x01, 0x09, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95,
      0x01, 0x81, 0x02,
    ],
    ...[0x85, 0x02, 0x09, 0x02, 0x95, 0x06, 0x91, 0x02, 0xc0],
  ],
}
