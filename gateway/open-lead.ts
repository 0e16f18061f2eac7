import { type StandbyDeps, standBehind } from './open-standby.ts'
import type { KeptLog } from './open-log.ts'

/** So long the engine may be out of reach before pages are sent to the other gateway, which may be leading by now. */
const CUT_OFF_MS = 3_000

export interface Lead {
  /** Where this gateway listens, or did while it followed. */
  port: number
  /** Others may know more than this gateway: nobody is shown anything here. */
  isCutOff(): boolean
}
export interface LeadDeps extends Omit<StandbyDeps, 'kept'> {
  kept: KeptLog
  /** Another gateway writes now. */
  standBack(): void
}

/**
 * Makes this gateway the one that writes its hall, after another one if need be. A hall on its own file leads from the start. null = it was told
 * to stop before.
 */
export async function openLead(deps: LeadDeps, stack: AsyncDisposableStack): Promise<Lead | null> {
  const { kept, settings, trouble, standBack } = deps
  const { stream } = kept
  if (stream === null) return { port: settings.port, isCutOff: () => false }
  const stood = await standBehind({ ...deps, kept: { ...kept, stream } }, stack)
  if (stood === null) return null
  const { lendBeside } = await import('./stream/carry-beside.ts')
  const onBroken = trouble.at('stream')
  stack.defer(stream.desk.lead(standBack))
  stack.defer(lendBeside(stream.line, stream.hall, kept.database, settings.dataDir, onBroken))
  // Whoever was cut off looks first whether the hall is still his.
  stream.log.onBack(() => void stream.log.catchUp().catch(onBroken))
  const { log } = stream
  return {
    port: stood.port ?? settings.port,
    isCutOff: () => settings.gateways.length > 1 && log.awayFor() > CUT_OFF_MS,
  }
}
