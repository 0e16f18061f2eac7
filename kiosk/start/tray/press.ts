import type { Toaster } from '../../shared/staff/toasts.tsx'
import { words } from '../words.ts'

/** Does something to a simulated device; a refusal is told. */
export type PressDevice = (path: string, body: object) => Promise<boolean>

export const pressDevice =
  (toasts: Toaster): PressDevice =>
  async (path, body) => {
    const answer = await fetch(`/demo${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null)
    if (!answer?.ok) toasts.say('refused', words.failed)
    return answer?.ok ?? false
  }
