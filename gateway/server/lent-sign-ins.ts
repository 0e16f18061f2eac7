import { randomBytes } from 'node:crypto'
import type { Role } from '../contract/commands.ts'
import { type Actor, bearer } from '../rights/actor.ts'

/** Staff read these names: under a notice, beside a device that was set aside. */
const names: Record<Role, string> = {
  clerk: '窗口',
  guide: '咨询台',
  supervisor: '主管',
  admin: '管理员',
  terminal: '终端',
  display: '屏',
  rating: '评价平板',
  integration: '别的系统',
}

const MOST = 5_000

/**
 * Sign-ins of a demo hall: lent without a word, in memory only, the oldest forgotten. A terminal's, a screen's and a tablet's are named as their own
 * token would be.
 */
export interface LentSignIns {
  lend(role: Role, id: string | null): string
  actorOf(token: string): Actor | null
}

export function lentSignIns(): LentSignIns {
  const lent = new Map<string, Actor>()
  return {
    lend(role: Role, id: string | null): string {
      const token = randomBytes(24).toString('base64url')
      const isNamed = role === 'terminal' || role === 'display' || role === 'rating'
      const name = isNamed && id !== null ? id : `演示${names[role]}${id === null ? '' : ` ${id}`}`
      lent.set(token, bearer(name, [role]))
      if (lent.size > MOST) lent.delete(lent.keys().next().value ?? '')
      return token
    },
    actorOf: (token: string): Actor | null => lent.get(token) ?? null,
  }
}
