import { accessToken } from '../../../gateway/client/access.ts'
import { anything, ask } from '../../../gateway/client/ask.ts'

/** What a visitor who has left searched in vain: somebody may find out what it is called. Nobody waits for the answer. */
export async function tellMissed(terminalId: string, words: readonly string[]): Promise<void> {
  await ask('/api/v1/asked', anything, {
    body: { terminalId, words },
    token: await accessToken('terminal', terminalId),
  })
}
