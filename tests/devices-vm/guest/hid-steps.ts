import { setTimeout as pause } from 'node:timers/promises'
import type { HidDevice } from '../../../gateway/devices/hid/hid-port.ts'
import { nodeHidPort } from '../../../gateway/devices/hid/node-hid-port.ts'
import { superviseHid } from '../../../gateway/devices/hid/supervise-hid.ts'
import { type CallPad, drivePad } from '../../../gateway/devices/pad/drive-pad.ts'
import { padModels } from '../../../gateway/devices/pad/pad-models.ts'
import { driveScanner } from '../../../gateway/devices/scanner/drive-scanner.ts'
import { encodePosReports, isPosScanner } from '../../../gateway/devices/scanner/hid-pos.ts'
import { same, step, until } from './steps.ts'
import { litPad, plugIn, posScanner } from './virtual-hid.ts'

const TIMES_REPLUGGED = 20
const reportsOf = (text: string): Uint8Array[] => encodePosReports(new TextEncoder().encode(text))

/** The gateway's supervisor and drivers over the real node-hid and the real hidraw. */
export async function hidSteps(): Promise<void> {
  const port = nodeHidPort()
  const codes: string[] = []
  const presses: string[] = []
  const plugged: Record<string, number> = { scanner: 0, pad: 0 }
  const unplugged: Record<string, number> = { scanner: 0, pad: 0 }
  const held = new Set<string>()
  let pad: CallPad | null = null
  const now = (): number => performance.now()
  const supervision = superviseHid({
    port,
    rescanMs: 2_000,
    quickMs: 200,
    wishes: [
      { id: 'scanner', exact: 1, fits: isPosScanner },
      { id: 'pad', exact: 1, fits: (info) => info.vendorId === litPad.vendorId && padModels.lit.fits(info) },
    ],
    onPlugged(id, device: HidDevice, info) {
      plugged[id] = (plugged[id] ?? 0) + 1
      held.add(id)
      if (id === 'scanner') driveScanner(device, info, (text) => codes.push(text), now)
      else pad = drivePad(device, padModels.lit, (report) => presses.push(report), now)
    },
    onUnplugged(id) {
      unplugged[id] = (unplugged[id] ?? 0) + 1
      held.delete(id)
    },
    onTrouble: () => {},
    onAlone: () => {},
  })
  let scanner = plugIn(posScanner)
  let box = plugIn(litPad)

  await step('DV1 a scanner and a pad that are plugged in are found, opened and set up', async () => {
    await until('both are held', () => held.size === 2)
    await until('the scanner got its first order', () => scanner.written.some(({ kind }) => kind === 'feature'))
    same([...(scanner.written[0]?.report ?? [])], [0xfe, 0x01])
    return ''
  })
  await step('DV2 a code over several reports comes out as one', async () => {
    const text = `https://hall.example/t/${'a1B_-'.repeat(30)}`
    const reports = reportsOf(text)
    for (const report of reports) scanner.say(report)
    await until('the code', () => codes.length === 1)
    same(codes, [text])
    return `${text.length} characters in ${reports.length} reports`
  })
  await step('DV3 a button is one press; lamp and display are written', async () => {
    box.say(Uint8Array.of(1, 1))
    box.say(Uint8Array.of(1, 0))
    await until('the press', () => presses.length === 1)
    same(presses, ['0101'])
    pad?.show({ type: 'stands', state: 'open', number: 'A012', waiting: false })
    await until('the display', () => box.written.length > 0)
    same(Buffer.from(box.written[0]?.report ?? []).toString('latin1'), '\u0002\u0001\u0000A012')
    return ''
  })
  await step(
    'DV4 a scanner pulled out in mid-code gives no half code, and reads the next one when it is back',
    async () => {
      const before = codes.length
      scanner.say(reportsOf('x'.repeat(200))[0] ?? new Uint8Array())
      scanner.unplug()
      await until('it is missed', () => !held.has('scanner'))
      scanner = plugIn(posScanner)
      await until('it is back', () => held.has('scanner'))
      await until('it was set up again', () => scanner.written.length > 0)
      for (const report of reportsOf('20260318')) scanner.say(report)
      await until('the code', () => codes.length > before)
      same(codes.slice(before), ['20260318'])
      return ''
    },
  )
  await step(
    'DV5 twenty times pulled out and plugged in: each is noticed once, and the other device works on',
    async () => {
      const before = { plugged: plugged.scanner ?? 0, unplugged: unplugged.scanner ?? 0, presses: presses.length }
      for (let nth = 0; nth < TIMES_REPLUGGED; nth += 1) {
        scanner.unplug()
        await until('it is missed', () => !held.has('scanner'))
        box.say(Uint8Array.of(1, 2))
        box.say(Uint8Array.of(1, 0))
        await until('the pad is heard meanwhile', () => presses.length === before.presses + nth + 1)
        scanner = plugIn(posScanner)
        await until('it is back', () => held.has('scanner'))
        await pause(320)
      }
      same(
        [(plugged.scanner ?? 0) - before.plugged, (unplugged.scanner ?? 0) - before.unplugged],
        [TIMES_REPLUGGED, TIMES_REPLUGGED],
      )
      same(plugged.pad, 1)
      const text = `after-${TIMES_REPLUGGED}`
      for (const report of reportsOf(text)) scanner.say(report)
      await until('the code', () => codes.at(-1) === text)
      return ''
    },
  )
  await step('DV6 a pad that is pulled out and plugged in again is itself', async () => {
    box.unplug()
    await until('it is missed', () => !held.has('pad'))
    box = plugIn(litPad)
    await until('it is back', () => held.has('pad'))
    const before = presses.length
    box.say(Uint8Array.of(1, 8))
    await until('the press', () => presses.length === before + 1)
    same(presses.at(-1), '0108')
    return ''
  })
  supervision.close()
  port.close()
  scanner.unplug()
  box.unplug()
}
