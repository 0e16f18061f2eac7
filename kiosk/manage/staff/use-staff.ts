import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import type { StaffRow } from '../../../gateway/contract/staff.ts'
import { manageCall } from '../manage-call.ts'

const staffList = withFields<{ items: StaffRow[] }>('items')
const LOOK_MS = 5_000

/** The register, read again every few seconds while somebody looks at it. null = not read yet. */
export function useStaff(): { rows: StaffRow[] | null; stale: boolean; look: () => void } {
  const [rows, setRows] = useState<StaffRow[] | null>(null)
  const [stale, setStale] = useState(false)
  const [asked, ask] = useState(0)
  useEffect(() => {
    let left = false
    let stop = (): void => {}
    async function look(): Promise<void> {
      const answer = await manageCall('/staff', staffList)
      if (left) return
      if (answer.ok) setRows(answer.body.items)
      setStale(!answer.ok)
      stop = after(LOOK_MS, () => void look())
    }
    void look()
    return () => {
      left = true
      stop()
    }
  }, [asked])
  return { rows, stale, look: () => ask((before) => before + 1) }
}

/** The ids of the hall's counters; [] until they are read. */
export function useCounters(): readonly string[] {
  const [counters, setCounters] = useState<readonly string[]>([])
  useEffect(() => {
    getJson('/api/v1/hall', withFields<{ counters: { id: string }[] }>('counters')).then(
      (facts) => setCounters(facts.counters.map(({ id }) => id)),
      () => {},
    )
  }, [])
  return counters
}
