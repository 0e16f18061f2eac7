import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCatalogue } from '../../gateway/catalogue/catalogue-files.ts'
import { USUAL_SOURCE, keepReading, planFile, takePlan } from '../../gateway/catalogue/import-file.ts'
import type { ImportPlan } from '../../gateway/catalogue/plan-import.ts'
import type { ReadRows } from '../../gateway/catalogue/source-row.ts'
import type { Hall } from '../../gateway/contract/hall.ts'
import type { Matter } from '../../gateway/contract/matter.ts'

export interface ImportedFile {
  read: ReadRows
  plan: ImportPlan
  /** What the catalogue holds afterwards, read back from the disk. */
  matters: Matter[]
}

/** Imports one file after the other as the command and the page do: planned, agreed to, written beside the log, read back. */
export function importPath(
  hall: Hall,
  own: readonly Matter[] = [],
): { dataDir: string; take: (bytes: Uint8Array) => Promise<ImportedFile> } {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-import-path-'))
  let current: string | null = null
  const take = async (bytes: Uint8Array): Promise<ImportedFile> => {
    const place = { hall, own, dataDir, current, source: USUAL_SOURCE, departments: {} }
    const planned = await planFile(bytes, place)
    if (!planned.ok) throw new Error(planned.message)
    const { order } = takePlan(place, planned, { suspicious: true, removals: true })
    keepReading(place, planned.read)
    current = order?.hash ?? current
    const kept = readCatalogue(dataDir, current)
    if (!kept.ok) throw new Error(kept.message)
    return { read: planned.read, plan: planned.plan, matters: kept.catalogue.matters }
  }
  return { dataDir, take }
}
