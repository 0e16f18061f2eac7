import { isOpenStage } from '../contract/grievance-clocks.ts'
import type { Office } from '../office/office.ts'
import type { GrievanceFiles } from '../store/grievance-files.ts'
import { tryToWrite } from '../store/try-to-write.ts'

/** Keeps the files beside the log true to it: with its end a case's key goes, and what the log no longer speaks of goes whole. */
export function keptGrievances(
  office: Pick<Office, 'state' | 'onFacts'>,
  files: GrievanceFiles,
  onBroken: (error: unknown) => void,
): GrievanceFiles {
  const sweep = (): void => {
    const { byId } = office.state.grievances
    files.keepOnly((id) => byId.has(id))
    // Closed a moment before the power went: its key is still here.
    for (const { id, stage } of byId.values()) if (!isOpenStage(stage)) files.forgetPerson(id)
  }
  tryToWrite(sweep, onBroken)
  office.onFacts((facts) => {
    for (const fact of facts) {
      if (fact.type === 'grievance-closed' || fact.type === 'grievance-withdrawn')
        tryToWrite(() => files.forgetPerson(fact.grievanceId), onBroken)
      if (fact.type === 'day-opened') tryToWrite(sweep, onBroken)
    }
  })
  return files
}
