import type { HidDevice } from '../devices/hid/hid-port.ts'
import { type Channel, WINDOW } from './multiplex.ts'

/** The gateway's end of a lent HID device: one packet is one report. */
export function hidOver(channel: Channel): HidDevice {
  const onReport = new Set<(report: Uint8Array, isLate: boolean) => void>()
  channel.onPacket((report, _kind, isLate) => {
    for (const listener of onReport) listener(report, isLate)
  })
  return {
    write: (report) => channel.send(report, 'data'),
    sendFeature: (report) => channel.send(report, 'feature'),
    onReport: (listener) => void onReport.add(listener),
    onGone: (listener) => channel.onClose(listener),
    close: () => channel.close(),
  }
}

/** The agent's end. What the device says while the line is down is lost on purpose: a press half a minute old calls the wrong person. */
export function serveHid(device: HidDevice, channel: Channel): void {
  channel.onPacket((report, kind) => (kind === 'feature' ? device.sendFeature(report) : device.write(report)))
  device.onReport((report) => {
    if (channel.backlog > WINDOW) return channel.close()
    channel.send(report, 'data').catch(() => {})
  })
  device.onGone(() => channel.close())
  channel.onClose(() => device.close())
}
