import { asCalledHere } from './own-command.ts'
import { after } from './time.ts'

/** Whatever was accepted is already on disk; nobody is waited for longer than this. */
const STOP_WITHIN_MS = 4_000

/** Closes in the opposite order of opening, once, and ends the process whatever happens on the way. */
export function stopOnSignal(stack: AsyncDisposableStack, onBroken: (error: unknown) => void): void {
  const stop = (): void => {
    if (stack.disposed) return
    after(STOP_WITHIN_MS, () => process.exit(0))
    void stack
      .disposeAsync()
      .catch(onBroken)
      .finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Nothing of what is decided here counts any more; started again, this gateway stands behind the other. */
export function standBack(): void {
  console.error('另一台网关已经接手这个大厅，这一台停下。重新启动后它在后面跟着。')
  process.exit(STOOD_BACK)
}
/** EX_TEMPFAIL: a supervisor starts it again. */
const STOOD_BACK = 75

/** At once, with what a person can do about it. */
export function endWith(lines: string[]): void {
  giveUp(lines)
  process.exit(1)
}

/** The process ends by itself, when nothing holds it open any more. */
export function giveUp(lines: string[]): void {
  for (const line of lines) console.error(asCalledHere(line))
  process.exitCode = 1
}
