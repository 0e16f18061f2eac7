import { execFile } from 'node:child_process'
import { keepDoing } from './keep-doing.ts'

/** Half of the time after which systemd believes that nobody is at home. */
const SHARE = 2
const MICRO = 1_000

/**
 * Tells systemd that the hall is open, and then again and again that this process still takes its turns, by its own program `systemd-notify`,
 * because Node has no datagram sockets of that kind. Does nothing where no systemd started it. Returns what ends it.
 * Source: sd_notify(3), systemd.service(5) WatchdogSec.
 */
export function tellSystemd(
  { NOTIFY_SOCKET, WATCHDOG_USEC }: NodeJS.ProcessEnv,
  onBroken: (error: unknown) => void,
): () => void {
  if (!NOTIFY_SOCKET) return () => {}
  const say = (...words: string[]): void =>
    void execFile('systemd-notify', words, { timeout: 5_000 }, (broken) => broken && onBroken(broken))
  say('--ready')
  const within = Number(WATCHDOG_USEC) / MICRO
  return within > 0 ? keepDoing(within / SHARE, () => say('WATCHDOG=1'), onBroken).stop : () => {}
}
