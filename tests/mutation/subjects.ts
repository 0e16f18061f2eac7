/** Which faults are planted where, and the folders and files of tests (beginnings of their names) that must notice them. */
export const subjects: Readonly<Record<string, { faults: readonly string[]; tests: readonly string[] }>> = {
  store: { faults: ['gateway/store/**/*.ts'], tests: ['store/'] },
  office: { faults: ['gateway/office/office.ts', 'gateway/office/decide-turn.ts'], tests: ['office/'] },
  domain: {
    faults: ['gateway/domain/**/*.ts', '!gateway/domain/simulation/**', '!gateway/domain/waits/**'],
    tests: ['domain/', 'booking/', 'notices/', 'hall/line', 'office/', 'show/', 'display/wall'],
  },
  waits: { faults: ['gateway/domain/waits/**/*.ts'], tests: ['waits/', 'simulation/hall'] },
  printers: {
    faults: ['gateway/devices/printer/{escpos,status,wrap-words,bitmap,test-page,slip-text,list-text}.ts'],
    tests: ['devices/printer-bytes'],
  },
  'printer-driver': {
    faults: ['gateway/devices/printer/{receipt-printer,conversation}.ts'],
    tests: ['devices/receipt', 'devices/printer-faults'],
  },
  led: {
    faults: [
      'gateway/devices/led/{bx6,bxk,onbon}/!(*driver).ts',
      'gateway/devices/led/{crc16,byte-*,local-time,panel-ink}.ts',
    ],
    tests: ['led/'],
  },
  readers: {
    faults: [
      'gateway/devices/reader/{card-text,identity-hash,sam-frame}.ts',
      'gateway/devices/scanner/hid-pos.ts',
      'gateway/devices/hid/{keyboard-report,stable-id}.ts',
      'gateway/devices/{pad,keypad}/*.ts',
    ],
    tests: ['devices/input', 'devices/reader', 'devices/pads', 'inputs/learn', 'inputs/id'],
  },
  rights: {
    faults: ['gateway/server/{actor,require-role,rate-limit,same-origin,session}.ts'],
    tests: ['server/'],
  },
  views: {
    faults: ['gateway/views/**/*.ts'],
    tests: ['views/', 'domain/', 'booking/', 'notices/', 'hall/', 'show/', 'display/wall', 'waits/shown'],
  },
  show: { faults: ['gateway/show/**/*.ts'], tests: ['show/'] },
}
