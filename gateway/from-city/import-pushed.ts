import type { ImportDone, ImportJob } from '../catalogue/import-worker.ts'
import type { CityPush, PushReceipt } from '../contract/city-push.ts'
import type { Matter } from '../contract/matter.ts'
import { wordsOf } from '../contract/refusals.ts'
import { currentCatalogue } from '../domain/catalogue/decide.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { runApart } from '../work/run-apart.ts'

type Made = Pick<PushReceipt, 'outcome' | 'words' | 'ref'>
export type ImportCatalogue = (
  version: number,
  what: Extract<CityPush, { kind: 'catalogue' }>,
  by: Actor,
) => Promise<Made>

/** What the city sends stays apart from what the hall imported itself. */
const SOURCE = '全市'
const WORKER = new URL('../catalogue/import-worker.ts', import.meta.url)
const LIMITS = { within: 120_000, memoryMb: 1_024 }
const refused = (words: string): Made => ({ outcome: 'refused', words, ref: null })

/**
 * The city's file of matters, read as the hall reads any other: doubtful rows are left out, matters of departments that the hall does not have get no queue, and a file that
 * would take away much of what is there is for a person of the hall.
 */
export function importPushed({
  office,
  giveOrder,
  own,
  dataDir,
}: {
  office: Pick<Office, 'state' | 'hallModel'>
  giveOrder: GiveOrder
  own: readonly Matter[]
  dataDir: string
}): ImportCatalogue {
  async function run(bytes: Uint8Array, agreed: ImportJob['agreed']): Promise<ImportDone | null> {
    const { hall } = office.hallModel
    const current = currentCatalogue(office.state)
    const place = { hall, own: [...own], dataDir, current, source: SOURCE, departments: {} }
    return runApart<ImportDone>(WORKER, { bytes, place, agreed } satisfies ImportJob, LIMITS)
  }
  return async (version, { bytes: text, file }, by) => {
    const bytes = new Uint8Array(Buffer.from(text, 'base64'))
    const looked = await run(bytes, null)
    if (looked === null) return refused('文件太大或太复杂，读不下来。请拆成几个文件再发。')
    if (!looked.ok) return refused(looked.message)
    const { added, changed, removed, manyRemoved, unknown, suspicious } = looked.view
    if (manyRemoved)
      return refused(`这份目录会去掉本厅 ${removed.total} 个事项，太多了，没有导入。请本厅的人看过再导入。`)
    const taken = await run(bytes, { suspicious: false, removals: true })
    const left = [
      unknown.total > 0 && `其中 ${unknown.total} 个部门本厅没有，事项查得到、取不了号`,
      suspicious.total > 0 && `名称可疑的 ${suspicious.total} 个，没收`,
    ].filter((one) => one !== false)
    if (!taken?.ok || taken.order === null) return { outcome: 'nothing', words: left.join('；'), ref: null }
    const answer = await giveOrder(by, { type: 'import-catalogue', ...taken.order, file }, `city ${version} import`)
    if (!answer.ok) return refused(wordsOf(answer.code, 'zh-Hans', answer.details))
    const counts = `新增 ${added.total}，更改 ${changed.total}，去掉 ${removed.total}`
    return { outcome: 'done', words: [counts, ...left].join('；'), ref: taken.order.hash }
  }
}
