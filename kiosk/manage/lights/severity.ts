import type { Light } from '../../../gateway/contract/cases.ts'

const order: readonly Light[] = ['green', 'paused', 'yellow', 'red']
/** How soon somebody must look: green, standing, yellow, red. */
export const severityOf = (light: Light): number => order.indexOf(light)
