/** One stop on the way through a flow: one queue, with the matters that are done there one after the other. */
export interface FlowStep {
  queueId: string
  matterIds: string[]
}

/**
 * The steps of a flow (一件事), as guide, ticket, slip and phone tell them: the queues of its matters in order, neighbours of one queue as one
 * step. A flow with a general counter (一窗受理) is one step there. `matters`: those that are offered, in the flow's order; `queueId` null = no
 * counter does it, and it is no step.
 */
export function flowSteps(
  matters: readonly { id: string; queueId: string | null }[],
  generalQueue: string | null,
): FlowStep[] {
  if (generalQueue !== null && matters.length > 0)
    return [{ queueId: generalQueue, matterIds: matters.map(({ id }) => id) }]
  const steps: FlowStep[] = []
  for (const { id, queueId } of matters) {
    if (queueId === null) continue
    const last = steps.at(-1)
    if (last?.queueId === queueId) last.matterIds.push(id)
    else steps.push({ queueId, matterIds: [id] })
  }
  return steps
}
