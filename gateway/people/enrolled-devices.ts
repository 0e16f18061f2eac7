import type { DatabaseSync } from 'node:sqlite'
import type { EnrolledKind } from '../contract/enrolment.ts'
import { type Actor, bearer } from '../rights/actor.ts'
import type { Role } from '../contract/commands.ts'
import { findDevice, noteDeviceSeen } from '../store/enrolled-store.ts'

const roleOf: Record<EnrolledKind, Role> = {
  terminal: 'terminal',
  screen: 'display',
  strip: 'display',
  panel: 'display',
  tablet: 'rating',
  agent: 'terminal',
}

/** The machines that were let in, by their token: each is its own place and nothing else. */
export function enrolledDevices(database: DatabaseSync, now: () => number) {
  /** By id: when, and from where. */
  const seen = new Map<string, { at: number; from: string }>()
  return {
    actorOf(token: string): Actor | null {
      const device = findDevice(database, token)
      if (!device) return null
      const { kind, place } = device
      const actor = bearer(place, [roleOf[kind]])
      // A terminal's page may speak with what its computer's program lends it: one and the same terminal.
      return {
        ...actor,
        name: `${kind === 'agent' ? 'terminal' : kind} ${place}`,
        screen: kind === 'screen' ? place : null,
      }
    },
    /** It showed its token, from this address. */
    note(token: string, from: string): void {
      const device = findDevice(database, token)
      if (device) seen.set(device.id, { at: now(), from })
    },
    sweep(): void {
      for (const [id, { at, from }] of seen) noteDeviceSeen(database, id, at, from)
      seen.clear()
    },
  }
}
export type EnrolledDevices = ReturnType<typeof enrolledDevices>
