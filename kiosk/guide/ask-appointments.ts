import { accessToken } from '../../gateway/client/access.ts'
import { type Question, ask, withFields } from '../../gateway/client/ask.ts'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'

const rows = withFields<{ items: AppointmentView[] }>('items')

async function asked(path: string, question: Question): Promise<AppointmentView[]> {
  const token = await accessToken('guide', new URLSearchParams(location.search).get('desk'))
  const answer = await ask(`/api/v1/appointments${path}`, rows, { ...question, token })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.body.items
}

/** All of today, by their hour. */
export const askAppointments = (): Promise<AppointmentView[]> => asked('', {})

/** Those of today whose mobile ends so; the four digits travel in the body. */
export const findByTail = (last4: string): Promise<AppointmentView[]> => asked('/find', { body: { last4 } })
