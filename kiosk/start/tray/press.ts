import { anything, ask } from '../../../gateway/client/ask.ts'
import type { Toaster } from '../../shared/staff/toasts.tsx'
import { say } from '../words.ts'

/** Does something to a simulated device; a refusal is told. */
export type PressDevice = (path: string, body: object) => Promise<boolean>

export const pressDevice =
  (toasts: Toaster): PressDevice =>
  async (path, body) => {
    const { ok } = await ask(`/demo${path}`, anything, { body })
    if (!ok) toasts.say('refused', say('failed'))
    return ok
  }
