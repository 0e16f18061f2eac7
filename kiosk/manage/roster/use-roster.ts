import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import type { RosterRead, RosterView } from '../../../gateway/contract/roster.ts'
import { type Answer, manageCall } from '../manage-call.ts'

const rosterView = withFields<RosterView>('duties', 'departments', 'days')
const rosterRead = withFields<RosterRead>('duties', 'refused', 'notes', 'from', 'until')
const AGAIN_MS = 5_000
/** A workbook of a whole year is unpacked and read before the answer. */
const READ_WITHIN_MS = 60_000

export const rosterOf = (from: string, until: string): Promise<Answer<RosterView>> =>
  manageCall(`/roster?from=${from}&until=${until}`, rosterView)
export const lookAtSheet = (file: File): Promise<Answer<RosterRead>> =>
  manageCall('/roster/look', rosterRead, file, READ_WITHIN_MS)

/** The days from `from` to `until` as the gateway has them; null = not read yet. Asked again until it answers. */
export function useRoster(
  from: string,
  until: string,
): { roster: RosterView | null; stale: boolean; look: () => void } {
  const [known, setKnown] = useState<{ from: string; roster: RosterView } | null>(null)
  const [stale, setStale] = useState(false)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let left = false
    let stop = (): void => {}
    async function look(): Promise<void> {
      const answer = await rosterOf(from, until)
      if (left) return
      setStale(!answer.ok)
      if (answer.ok) setKnown({ from, roster: answer.body })
      else stop = after(AGAIN_MS, () => void look())
    }
    void look()
    return () => {
      left = true
      stop()
    }
  }, [from, until, asked])
  const look = (): void => setAsked((times) => times + 1)
  return { roster: known?.from === from ? known.roster : null, stale, look }
}
