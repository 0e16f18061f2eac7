import type { Paper } from '../../gateway/devices/fake/paper.ts'

/** Paper that is read and cut but not drawn on: for tests that need many slips and no picture. */
export const blankPaper = (): Paper => ({ burn() {}, line() {}, qr() {}, feed() {}, cut: () => Buffer.alloc(0) })
