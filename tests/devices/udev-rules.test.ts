import { expect, test } from 'vitest'
import { inputDevices } from '../../gateway/contract/input-devices.ts'
import { udevRules } from '../../gateway/devices/hid/udev-rules.ts'

test('UD1 the rules name what the hall expects, and say what they cannot name', () => {
  const pads = inputDevices.pads.parse([
    { id: 'PAD1', counter: '1', link: { kind: 'hid', vendor: '04d9', product: 'a088' } },
    { id: 'PAD2', counter: '2', link: { kind: 'hid' } },
    { id: 'PAD3', counter: '3', link: { kind: 'simulated' } },
  ])
  const rules = udevRules(pads)
  expect(rules).toContain('ATTRS{idVendor}=="04d9", ATTRS{idProduct}=="a088", MODE="0660"')
  expect(rules).toContain('# PAD2：大厅文件里没写 vendor')
  expect(rules).not.toContain('PAD3')
})

test('UD2 scanners by maker and USB printers by class, for the group and nobody else', () => {
  const rules = udevRules([], 'hall')
  for (const maker of ['0c2e', '23d0', '05e0', '05f9'])
    expect(rules).toContain(`ATTRS{idVendor}=="${maker}", MODE="0660", GROUP="hall"`)
  expect(rules).toContain('KERNEL=="lp[0-9]*", SUBSYSTEM=="usbmisc", MODE="0660", GROUP="hall"')
  const lines = rules.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.every((line) => line.endsWith('MODE="0660", GROUP="hall"'))).toBe(true)
})
