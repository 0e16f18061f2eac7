import type { Command } from '../../contract/commands.ts'
import type { HandedTo } from '../../contract/consultations.ts'
import { type Decision, type Moment, type Refusal, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

type ConsultationCommand = Extract<
  Command,
  { type: 'note-consultation' | 'hand-on-consultation' | 'answer-consultation' }
>

/**
 * 首问负责: whoever is asked first notes it and has it, until it is answered. Refuses a question without matter and words; one that is handed on
 * to nobody, or to what the hall does not have; one that is answered already.
 */
export function runConsultation(
  hallModel: HallModel,
  { consultations }: OfficeState,
  command: ConsultationCommand,
  { newId }: Moment,
): Decision {
  if (command.type === 'note-consultation') {
    const { matterId, words, outcome, to, notFound } = command
    if (matterId !== null && !hallModel.matters.has(matterId)) return refuse('unknown-matter', { matterId })
    if (matterId === null && words === null) return refuse('consultation-empty')
    if ((outcome === 'handed-on') !== (to !== null)) return refuse('consultation-to-whom')
    const nowhere = to === null ? null : unknownPlace(hallModel, to)
    return (
      nowhere ??
      accept([{ type: 'consultation-noted', consultationId: newId(), matterId, words, outcome, to, notFound }])
    )
  }
  const { consultationId } = command
  if (!consultations.open.some(({ id }) => id === consultationId)) return refuse('consultation-over')
  if (command.type === 'answer-consultation') return accept([{ type: 'consultation-answered', consultationId }])
  const { to } = command
  return unknownPlace(hallModel, to) ?? accept([{ type: 'consultation-handed-on', consultationId, to }])
}

/** Who works here stands in the register, not in the hall: a work number is taken as it is. */
function unknownPlace({ counters, departmentNames }: HallModel, { kind, id }: HandedTo): Refusal | null {
  switch (kind) {
    case 'department':
      return departmentNames.has(id) ? null : refuse('unknown-department', { departmentId: id })
    case 'counter':
      return counters.has(id) ? null : refuse('unknown-counter', { counterId: id })
    case 'person':
      return null
  }
}
