/**
 * What may stand somewhere and speak for itself. `tablet`: the one beside a counter that asks for a grade. `agent`: the program on a terminal's
 * computer that lends its devices.
 */
export const enrolledKinds = ['terminal', 'screen', 'strip', 'panel', 'tablet', 'agent'] as const
