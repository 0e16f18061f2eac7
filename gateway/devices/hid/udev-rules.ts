import type { HidLink } from '../../contract/input-devices.ts'

const hex = (id: number): string => id.toString(16).padStart(4, '0')
/** Makers of HID-POS scanners: Honeywell, Youjie, Symbol, Datalogic. */
const scannerMakers = [0x0c2e, 0x23d0, 0x05e0, 0x05f9]

/**
 * Rights for what the hall expects on this computer: HID devices by maker and model, USB printers. A device that is described without
 * its vendor cannot be named here: its comment says so.
 */
export function udevRules(devices: readonly { id: string; link: HidLink }[], group = 'tingshi'): string {
  const rule = (vendor: number, product: number | null): string =>
    `KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="${hex(vendor)}"${product === null ? '' : `, ATTRS{idProduct}=="${hex(product)}"`}, MODE="0660", GROUP="${group}"`
  const own = devices.flatMap(({ id, link }) => {
    if (link.kind === 'simulated') return []
    return link.vendor === null
      ? [`# ${id}：大厅文件里没写 vendor，写上后再生成一次。`]
      : [`# ${id}`, rule(link.vendor, link.product)]
  })
  return [
    '# 装法：保存为 /etc/udev/rules.d/70-tingshi.rules，运行 sudo udevadm control --reload，再把设备重插一次。',
    ...own,
    '# 扫码器',
    ...scannerMakers.map((vendor) => rule(vendor, null)),
    '# USB 打印机',
    `KERNEL=="lp[0-9]*", SUBSYSTEM=="usbmisc", MODE="0660", GROUP="${group}"`,
    '',
  ].join('\n')
}
