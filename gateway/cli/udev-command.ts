import { udevRules } from '../devices/hid/udev-rules.ts'
import { readHall } from '../hall/read-hall.ts'

/** `udev`: prints the rules that give the service account the devices of this hall. */
export function udevCommand(args: string[], { hallDir }: { hallDir: string }): number {
  if (args.includes('--help')) {
    console.log(
      '用法：npm run tingshi -- udev > /etc/udev/rules.d/70-tingshi.rules\n按大厅文件夹里的设备写出 Linux 的设备权限规则。',
    )
    return 0
  }
  const read = readHall(hallDir)
  if (!read.ok) {
    for (const { file, line, message } of read.faults) console.error(`${file}:${line} ${message}`)
    return 1
  }
  console.log(udevRules([...read.hall.pads, ...read.hall.scanners, ...read.hall.keypads]))
  return 0
}
