import { findGateway } from '../store/gateway-note.ts'

const WITHIN_MS = 2_000

/**
 * A gateway that runs here looks at once at who may still come in: whoever was let go is out when the command ends. Without one, or without an
 * answer, nothing is lost; it looks by itself twice a second, and at its next start. Never throws.
 */
export async function tellGateway(dataDir: string): Promise<void> {
  const gateway = findGateway(dataDir)
  if (gateway === null) return
  const headers = { authorization: `Bearer ${gateway.key}` }
  const answer = await fetch(`${gateway.url}/local/access`, {
    method: 'POST',
    headers,
    signal: AbortSignal.timeout(WITHIN_MS),
  }).catch(() => null)
  await answer?.body?.cancel().catch(() => {})
}
