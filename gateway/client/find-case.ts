import type { CaseQuestion, CaseView } from '../contract/cases.ts'

/** How far a case is, or in words why not. Throws when the gateway is out of reach. */
export async function findCase(
  question: CaseQuestion,
): Promise<{ ok: true; view: CaseView } | { ok: false; message: string }> {
  const response = await fetch('/api/v1/cases/find', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify(question),
  })
  const body = (await response.json()) as CaseView | { error: { message: string } }
  return 'error' in body ? { ok: false, message: body.error.message } : { ok: true, view: body }
}
