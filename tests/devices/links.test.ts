import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SerialPortMock } from 'serialport'
import { afterAll, expect, test } from 'vitest'
import { openFile } from '../../gateway/devices/file-link.ts'
import { openPaper } from '../../gateway/devices/fake/paper.ts'
import { readEscpos } from '../../gateway/devices/fake/read-escpos.ts'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { serialLink } from '../../gateway/devices/serial-link.ts'
import { aSlip } from '../support/a-slip.ts'
import { readQr } from '../support/read-qr.ts'

const folder = mkdtempSync(join(tmpdir(), 'tingshi-link-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('D22 a device file is read and written, in order, until it is closed', async () => {
  const path = join(folder, 'lp0')
  // A pipe opened both ways gives back what was written: enough to see the bytes pass.
  execFileSync('mkfifo', [path])
  const link = await openFile(path)
  const heard: number[] = []
  let closed = 0
  link?.onData((bytes) => heard.push(...bytes))
  link?.onClose(() => (closed += 1))
  const sent = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
  await link?.write(sent)
  while (heard.length < sent.length) await new Promise((done) => setTimeout(done, 5))
  expect(heard.every((byte, at) => byte === at % 251)).toBe(true)
  link?.close()
  expect(closed).toBe(1)
  await expect(link?.write(sent)).rejects.toThrow('closed')
})

test('D22 a device file that is not there is nobody, not an error', async () => {
  expect(await openFile(join(folder, 'none'))).toBeNull()
})

test('D22 a slip is printed and proved over a serial line', async () => {
  SerialPortMock.binding.createPort('/dev/ttyTest', { echo: false, record: false })
  let picture: Buffer | null = null
  const open = async () => {
    const port = new SerialPortMock({ path: '/dev/ttyTest', baudRate: 115_200, autoOpen: false })
    const link = await serialLink(port)
    const paper = openPaper(576)
    const reader = readEscpos(paper, {
      say: (byte) => port.port?.emitData(Buffer.of(byte)),
      status: (question) => (question === 'receipt' ? 0 : 0x12),
      cut: () => void (picture = paper.cut()),
      unknown: (command) => expect(command).toBe(''),
    })
    return (
      link && {
        ...link,
        write: async (bytes: Uint8Array) => {
          await link.write(bytes)
          reader.feed(bytes)
        },
      }
    )
  }
  const printer = receiptPrinter(open, 'receipt', { answerMs: 500, slipMs: 3_000, reconnectMs: 300 }, true)
  expect(
    await printer.print(
      async () => encodeRasterSlip(aSlip, 576, usualSlipLayout),
      async () => {},
    ),
  ).toMatchObject({ outcome: 'printed' })
  expect(await readQr(picture as unknown as Buffer)).toBe(aSlip.trackingUrl)
})

test('D22 a serial line that is not there is nobody, not an error', async () => {
  expect(await serialLink(new SerialPortMock({ path: '/dev/ttyNone', baudRate: 9_600, autoOpen: false }))).toBeNull()
})
