import { randomBytes } from 'node:crypto'
import type { Role } from '../contract/commands.ts'
import type { Actor } from './actor.ts'

/** Sign-ins of a demo hall: lent without a word, in memory only. */
export function lentSignIns() {
  const lent = new Map<string, Actor>()
  return {
    lend(role: Role, id: string | null): string {
      const token = randomBytes(24).toString('base64url')
      lent.set(token, { name: id === null ? `demo ${role}` : `demo ${role} ${id}`, roles: [role] })
      return token
    },
    actorOf: (token: string): Actor | null => lent.get(token) ?? null,
  }
}
