import type { Logger } from 'pino'
import type { DeviceBoard } from '../board/device-board.ts'
import { GATEWAY_ROW_ID } from '../domain/devices/device-ids.ts'
import { unexpected } from '../work/unexpected.ts'
import { monotonic } from '../time.ts'

/** Where the rest of the gateway brings what nobody foresaw. */
export interface Trouble {
  /** For one door, timer or listener: takes what broke there. */
  at(where: string): (error: unknown) => void
  /** Since the start. */
  readonly count: number
  /** From now on the board tells of it; `beforeTheEnd`: what must be on disk when it is too much. */
  showOn(board: Pick<DeviceBoard, 'learn'>, beforeTheEnd: () => void): void
  /** Whether it is long ago; asked now and then. */
  look(): void
}

/** Catches what would end the process: an exception that nobody caught, a promise that nobody heard of. */
export function openTrouble(logger: Pick<Logger, 'error' | 'fatal'>): Trouble {
  let board: Pick<DeviceBoard, 'learn'> | null = null
  let beforeTheEnd = (): void => {}
  const show = (isTroubled: boolean): void =>
    board?.learn(GATEWAY_ROW_ID, { code: isTroubled ? 'had-trouble' : 'ok', detail: null })
  const gathered = unexpected({
    log: (error, where) => logger.error({ error, where }, 'not foreseen'),
    show,
    giveUp() {
      logger.fatal('一分钟里出错太多，程序自己停下。重新启动后设备表上看得到；请把日志交给维护人员。')
      beforeTheEnd()
      process.exit(1)
    },
    now: () => monotonic(),
  })
  return {
    at: (where) => (error) => gathered.note(error, where),
    get count() {
      return gathered.count
    },
    showOn(shown, before) {
      board = shown
      beforeTheEnd = before
      show(gathered.count > 0)
      process.on('uncaughtException', (error, origin) => gathered.note(error, origin))
    },
    look: gathered.look,
  }
}
