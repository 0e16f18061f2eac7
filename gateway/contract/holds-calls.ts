import type { EmergencyView } from './emergency.ts'

/** Nobody is called back into a hall that must be left; a drill holds nothing up. */
export const holdsCalls = (emergency: Pick<EmergencyView, 'drill'> | null): boolean =>
  emergency !== null && !emergency.drill
