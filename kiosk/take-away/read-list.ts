import { jointGuide } from '../../gateway/catalogue/guide/joint-guide.ts'
import { materialsFor } from '../../gateway/catalogue/guide/materials-for.ts'
import { anything, withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import type { Hall } from '../../gateway/contract/hall.ts'
import type { Material, Matter } from '../../gateway/contract/matter.ts'
import type { Answers } from '../../gateway/contract/situations.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { type Named, nameIn } from '../shared/own-name.tsx'
import { say } from './words.ts'

export type Guided = Matter & { departmentName: string; where: QueueView['where'] }
type Places = Pick<Hall, 'name' | 'nameEn' | 'floors' | 'flows' | 'hours'>

/** What a visitor takes home: the list of one matter or of several at once, and where to go with it. */
export interface TakenList {
  hall: Pick<Hall, 'name' | 'nameEn'>
  title: Named
  departments: string[]
  materials: Material[]
  notes: string[]
  /** 1 楼 B 区；empty = not in this hall. */
  places: string[]
  fee: string | null
  open: string
}

/**
 * `what` = a matter's id, or `flow-` and a flow's id. `draft`: the matter as somebody writes it just now; null = as it is. null = there is no
 * such matter here. Throws when the gateway is away.
 */
export async function readList(what: string, answers: Answers, draft: Guided | null): Promise<TakenList | null> {
  const hall = await getJson('/api/v1/hall', withFields<Places>('name', 'floors', 'flows', 'hours'))
  const flow = what.startsWith('flow-') ? hall.flows.find(({ id }) => `flow-${id}` === what) : undefined
  const guided = await Promise.all((flow?.matters ?? [what]).map((id) => (draft?.id === id ? draft : matterOf(id))))
  const matters = guided.filter((one) => one !== null)
  const [first] = matters
  if (!first || matters.length < guided.length) return null
  const { materials, notes } = flow
    ? {
        materials: jointGuide(flow, new Map(matters.map((one) => [one.id, one]))).materials.map(
          ({ material }) => material,
        ),
        notes: [],
      }
    : materialsFor(first, answers)
  return {
    hall,
    title: flow ?? first,
    departments: [...new Set(matters.map(({ departmentName }) => departmentName))],
    materials,
    notes,
    places: [...new Set(matters.flatMap(({ where }) => where.map((place) => placeWords(hall, place))))],
    fee: flow ? null : feeOf(first.guide),
    open: `${hall.hours.open}–${hall.hours.lastTicket}`,
  }
}

const feeOf = (guide: Matter['guide']): string | null =>
  guide?.fee ?? (guide?.charged === false ? say('free') : guide?.charged === true ? say('charged') : null)

const matterOf = (id: string): Promise<Guided | null> =>
  getJson(`/api/v1/matters/${encodeURIComponent(id)}`, withFields<Guided>('name', 'departmentName', 'where')).catch(
    noneOrAway,
  )

/** A matter that is not there is an answer; a gateway that is away is not. */
async function noneOrAway(): Promise<null> {
  await getJson('/api/v1/hall', anything)
  return null
}

function placeWords({ floors }: Places, { floor, zone }: QueueView['where'][number]): string {
  const one = floors.find(({ id }) => id === floor)
  const within = one?.zones.find(({ id }) => id === zone)
  return `${one ? nameIn(one) : floor} ${within ? nameIn(within) : zone}`
}
