import { stat } from 'node:fs/promises'
import type { Lendable } from '../contract/agent-messages.ts'
import type { OwnComputer } from '../contract/agent-page.ts'
import type { HidPort } from '../devices/hid/hid-port.ts'

type Own = OwnComputer['devices'][number]
/** A gateway that asks for ever new paths must not fill the memory. */
const MOST_KEPT = 96

export interface LentList {
  /** The gateway holds this now; call what comes back when it lets go. */
  lent(what: Lendable): () => void
  /** The gateway asked for this and did not get it. */
  refused(what: Lendable): void
  /** What the gateway has asked for since the program started, and how it is now; nothing is opened for it. */
  now(): Promise<OwnComputer['devices']>
}

const kindOf = ({ kind, path }: Lendable): Own['kind'] =>
  kind === 'bytes' ? (/^\/dev\/usb\/lp|^tcp:/.test(path) ? 'printer' : 'serial') : kind

/** Which devices the hall wants of this computer: known as paths, kept in memory only. What passes through them is never seen here. */
export function lentList(hid: Pick<HidPort, 'list'>): LentList {
  const known = new Map<string, { kind: Own['kind']; holders: number }>()
  const entryOf = (what: Lendable): { kind: Own['kind']; holders: number } => {
    const entry = known.get(what.path) ?? { kind: kindOf(what), holders: 0 }
    if (known.has(what.path) || known.size < MOST_KEPT) known.set(what.path, entry)
    return entry
  }
  return {
    lent(what) {
      const entry = entryOf(what)
      entry.holders += 1
      let held = true
      return () => {
        if (held) entry.holders -= 1
        held = false
      }
    },
    refused: (what) => void entryOf(what),
    async now() {
      const listed = new Set((await hid.list().catch(() => [])).map(({ path }) => path))
      return Promise.all(
        [...known].map(async ([path, { kind, holders }]): Promise<Own> => {
          const lent = holders > 0
          // COM3 and tcp:… are no files; whether they are there is known only while they are held.
          const isFile = path.startsWith('/')
          const present =
            lent || (kind === 'hid' ? listed.has(path) : isFile && (await stat(path).catch(() => null)) !== null)
          return { kind, path, present: present || (!isFile && kind !== 'hid'), lent }
        }),
      )
    },
  }
}
