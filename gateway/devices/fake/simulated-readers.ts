import type { Reader } from '../../contract/input-devices.ts'
import type { Link } from '../link.ts'
import { inventedPersons } from './invented-persons.ts'
import { samReader } from './sam-reader.ts'

export interface SimulatedReaders {
  linkOf(readerId: string): Link | null
  /** Lays the nth invented person's card on the reader, null takes it away; false = no such reader. */
  lay(readerId: string, nth: number | null): boolean
  setMute(readerId: string, isMute: boolean): boolean
}

/** Card readers that are not there, for a demo hall: the bytes go through the real driver. */
export function simulatedReaders(readers: readonly Reader[]): SimulatedReaders {
  const all = new Map(readers.filter(({ link }) => link.kind === 'simulated').map(({ id }) => [id, samReader()]))
  return {
    linkOf: (id) => all.get(id)?.link ?? null,
    lay(id, nth) {
      all.get(id)?.lay(nth === null ? null : (inventedPersons[nth] ?? null))
      return all.has(id)
    },
    setMute(id, isMute) {
      all.get(id)?.setMute(isMute)
      return all.has(id)
    },
  }
}
