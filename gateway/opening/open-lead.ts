import { type StandbyDeps, standBehind } from './open-standby.ts'
import type { KeptLog } from './open-log.ts'
import type { WebServer } from '../server/web-server.ts'

/** So long the engine may be out of reach before pages are sent to the other gateway, which may be leading by now. */
const CUT_OFF_MS = 3_000

export interface Lead {
  /** Others may know more than this gateway: nobody is shown anything here. */
  isCutOff(): boolean
  /** The hall's own doors open, where this gateway showed what another one did until now. */
  openDoor(web: WebServer): Promise<void>
  /** Nothing more is written here: whoever stands behind takes the hall at once. */
  stepAside(): void
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
  if (stream === null) return { isCutOff: () => false, openDoor: (web) => web.listen(), stepAside() {} }
  const stood = await standBehind({ ...deps, kept: { ...kept, stream } }, stack)
  if (stood === null) return null
  const { lendBeside } = await import('../stream/carry-beside.ts')
  const onBroken = trouble.at('stream')
  const stepAside = stream.desk.lead(standBack)
  stack.defer(lendBeside(stream.line, stream.hall, kept.database, settings.dataDir, onBroken))
  // Whoever was cut off looks first whether the hall is still his.
  stream.log.onBack(() => void stream.log.catchUp().catch(onBroken))
  const { log } = stream
  return {
    isCutOff: () => settings.gateways.length > 1 && log.awayFor() > CUT_OFF_MS,
    openDoor: stood.comeForward,
    stepAside,
  }
}
