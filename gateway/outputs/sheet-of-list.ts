import { jointGuide } from '../catalogue/guide/joint-guide.ts'
import { limitWords } from '../catalogue/guide/limit-words.ts'
import { materialsFor } from '../catalogue/guide/materials-for.ts'
import type { Material } from '../contract/matter.ts'
import type { MaterialSheet } from '../devices/printer/material-sheet.ts'
import type { OfficeEvent } from '../domain/events.ts'
import { whereOf } from '../views/queue-view.ts'
import type { Reading } from '../views/reading.ts'
import { sheetOfErrand } from './sheet-of-errand.ts'
import { slipTime, wherePlaces } from './slip-of-ticket.ts'

export type ListOrder = Extract<OfficeEvent, { type: 'list-ordered' }>

/**
 * What a list says: the materials of a matter in the visitor's case, those of a flow without doubles, or all that a clerk found missing
 * for one number.
 */
export function sheetOfList(reading: Reading, order: ListOrder, address: string, now: number): MaterialSheet {
  if (order.errand !== undefined) return sheetOfErrand(reading, order.errand, address, now)
  const { hall, matters } = reading.hallModel
  const flow = hall.flows.find((one) => one.id === order.flowId)
  const matter = matters.get(order.matterId ?? flow?.matters[0] ?? '')
  const own = matter && !flow ? materialsFor(matter, order.answers) : { materials: [], notes: [] }
  const all = flow ? jointGuide(flow, matters).materials.map(({ material }) => material) : own.materials
  const { lacking } = order
  const guide = flow ? null : (matter?.guide ?? null)
  const place = matter?.queueId == null ? null : wherePlaces(hall, whereOf(reading, matter.queueId)).join('；')
  const limit = guide === null ? null : limitWords(guide.promisedDays, guide.promisedUnit, guide.promisedNote)
  const facts: [string, string | null][] = [
    ['去哪里', lacking === undefined ? place : `${lacking.counterId} 号窗口`],
    ['承诺办结', limit],
    ['费用', guide?.fee ?? (guide?.charged === false ? '不收费' : guide?.charged === true ? '收费' : null)],
  ]
  const name = flow?.name ?? matter?.name ?? ''
  const choices = new URLSearchParams(order.answers).toString()
  return {
    hallName: hall.name,
    printedAt: slipTime(now, hall.timeZone).text,
    title: lacking === undefined ? name : `${lacking.number} ${name}`.trim(),
    heading: lacking === undefined ? null : `还缺 ${lacking.missing.length} 项，都在这里`,
    materials:
      lacking === undefined
        ? all.map((one) => ({ name: one.name, how: howWords(one), brought: order.brought.includes(one.name) }))
        : lacking.missing.map((missing) => {
            const known = (matter?.guide?.materials ?? []).find((one) => one.name === missing)
            return { name: missing, how: known ? howWords(known) : '', brought: false }
          }),
    notes: own.notes,
    facts: facts.flatMap(([label, words]): [string, string][] => (words === null ? [] : [[label, words]])),
    url: `${address}/m/${flow ? `flow-${flow.id}` : (matter?.id ?? '')}${choices === '' ? '' : `?${choices}`}`,
    scan: null,
  }
}

/** 原件和复印件，2 份，容缺后补，备注 */
const howWords = ({ form, copies, necessity, note }: Material): string =>
  [form, copies === null ? null : `${copies} 份`, necessity === null || necessity === '必要' ? null : necessity, note]
    .filter((part) => part !== null)
    .join('，')
