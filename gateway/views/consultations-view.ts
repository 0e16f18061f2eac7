import type { ConsultationView, ConsultationsShown, HandedTo } from '../contract/consultations.ts'
import type { Consultation } from '../domain/consultations/state.ts'
import type { Reading } from './reading.ts'
import { nameOfActor, nameOfStaff } from './staff-names.ts'

/** So long a visitor may wait for somebody to ask. */
const LATE_MS = 30 * 60_000

/** Questions that wait for an answer, with whoever was asked first. */
export function consultationsShown(reading: Reading): ConsultationsShown {
  const { consultations, day } = reading.state('consultations', 'all')
  return {
    open: consultations.open.map((one) => consultationView(reading, one, day ?? '')),
    today: { ...consultations.today },
  }
}

function consultationView(reading: Reading, one: Consultation, today: string): ConsultationView {
  const { matters } = reading.hallModel
  const isLate = !reading.isBefore(one.at + LATE_MS)
  return {
    id: one.id,
    at: one.at,
    by: one.by,
    byName: nameOfActor(reading, one.by),
    matterName: one.matterId === null ? null : (matters.get(one.matterId)?.name ?? null),
    words: one.words,
    to: one.to && handedWords(reading, one.to),
    toAt: one.toAt,
    light: one.day < today ? 'overdue' : isLate ? 'late' : 'open',
  }
}

function handedWords(reading: Reading, { kind, id }: HandedTo): string {
  switch (kind) {
    case 'department':
      return reading.hallModel.departmentNames.get(id) ?? id
    case 'counter':
      return `${id} 号窗口`
    case 'person':
      return nameOfStaff(reading, id)
  }
}
