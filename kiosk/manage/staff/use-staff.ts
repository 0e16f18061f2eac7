import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import type { StaffRow } from '../../../gateway/contract/staff.ts'
import { manageCall } from '../manage-call.ts'

const staffList = withFields<{ items: StaffRow[] }>('items')
const LOOK_MS = 5_000

export interface Staff {
  /** null = not read yet. */
  rows: StaffRow[] | null
  stale: boolean
  look: () => void
}
/** The register, read again every few seconds while somebody looks at it. */
export function useStaff(): Staff {
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

/** A counter, and the zone that it stands in as people say it: 5 楼 B 区. */
export interface PlacedCounter {
  id: string
  zone: string
}
interface HallFacts {
  floors: { name: string; zones: { id: string; name: string }[] }[]
  counters: { id: string; zone: string }[]
}

/** The hall's counters; [] until they are read. */
export function useCounters(): readonly PlacedCounter[] {
  const [counters, setCounters] = useState<readonly PlacedCounter[]>([])
  useEffect(() => {
    getJson('/api/v1/hall', withFields<HallFacts>('counters', 'floors')).then(
      ({ counters: placed, floors }) => {
        const names = new Map(
          floors.flatMap(({ name, zones }) => zones.map((zone) => [zone.id, `${name} ${zone.name}`] as const)),
        )
        setCounters(placed.map(({ id, zone }) => ({ id, zone: names.get(zone) ?? zone })))
      },
      () => {},
    )
  }, [])
  return counters
}
