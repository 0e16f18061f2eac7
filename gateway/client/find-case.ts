import type { CaseAnswer } from '../contract/approvals.ts'
import type { CaseQuestion } from '../contract/cases.ts'
import { ask, withFields } from './ask.ts'

const caseAnswer = withFields<CaseAnswer>('receipt', 'status', 'statusWords', 'steps', 'joint')

/** How far a case is, or in words why not. Throws when the gateway is out of reach. */
export async function findCase(
  question: CaseQuestion,
): Promise<{ ok: true; view: CaseAnswer } | { ok: false; message: string }> {
  const { lang } = document.documentElement
  const answer = await ask('/api/v1/cases/find', caseAnswer, { body: question, language: lang })
  if (answer.ok) return { ok: true, view: answer.body }
  if (answer.error.code === 'not-answered') throw new Error(answer.error.message)
  return { ok: false, message: answer.error.message }
}
