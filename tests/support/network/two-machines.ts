import { execFileSync } from 'node:child_process'

/** Two machines on one cable, as namespaces of this kernel: its own TCP, its own retries. */
export interface TwoMachines {
  /** Runs a program there: what stands before its command line. */
  readonly inHall: readonly string[]
  readonly inPage: readonly string[]
  readonly hallAddress: string
  /** What the hall sends no longer arrives, and, when both ways are cut, nothing from the page either. */
  cut(ways: 'both' | 'to-page'): void
  mend(): void
  remove(): void
}

const ip = (line: string): void => void execFileSync('ip', line.split(' '), { stdio: 'pipe' })

/** null = this system does not allow it (no right to, or no `ip`). */
export function twoMachines(): TwoMachines | null {
  const [hall, page] = [`tingshi-h-${process.pid}`, `tingshi-p-${process.pid}`]
  const [hallAddress, pageAddress] = ['10.77.31.1', '10.77.31.2']
  const remove = (): void => {
    for (const name of [hall, page]) {
      try {
        ip(`netns del ${name}`)
      } catch {
        // It was never made.
      }
    }
  }
  try {
    for (const name of [hall, page]) ip(`netns add ${name}`)
    ip(`-n ${hall} link add cable type veth peer name cable netns ${page}`)
    ip(`-n ${hall} addr add ${hallAddress}/24 dev cable`)
    ip(`-n ${page} addr add ${pageAddress}/24 dev cable`)
    for (const name of [hall, page]) {
      ip(`-n ${name} link set lo up`)
      ip(`-n ${name} link set cable up`)
    }
  } catch {
    remove()
    return null
  }
  return {
    inHall: ['netns', 'exec', hall],
    inPage: ['netns', 'exec', page],
    hallAddress,
    cut(ways) {
      ip(`-n ${hall} route add blackhole ${pageAddress}/32`)
      if (ways === 'both') ip(`-n ${page} route add blackhole ${hallAddress}/32`)
    },
    mend() {
      ip(`-n ${hall} route del blackhole ${pageAddress}/32`)
      try {
        ip(`-n ${page} route del blackhole ${hallAddress}/32`)
      } catch {
        // Only one way was cut.
      }
    },
    remove,
  }
}
