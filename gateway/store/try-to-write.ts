/** Writes what the hall can do without for a while, as on a full disk; `onBroken` hears that it failed. */
export function tryToWrite(work: () => void, onBroken: (error: unknown) => void): void {
  try {
    work()
  } catch (broken) {
    onBroken(broken)
  }
}
