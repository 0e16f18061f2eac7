export type PageRole = 'clerk' | 'guide' | 'supervisor' | 'terminal' | 'display' | 'public'

const key = (role: PageRole, id: string | null): string => `tingshi:token:${role}:${id ?? ''}`

export function keepToken(role: PageRole, id: string | null, token: string): void {
  localStorage.setItem(key(role, id), token.trim())
}
export function forgetToken(role: PageRole, id: string | null): void {
  localStorage.removeItem(key(role, id))
}

/**
 * The token that this page speaks with: given once in the address (`#token=…`, then wiped from it), kept, or in a demo
 * hall lent by the gateway. null = none; public pages need none.
 */
export async function accessToken(role: PageRole, id: string | null): Promise<string | null> {
  if (role === 'public') return null
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    keepToken(role, id, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const kept = localStorage.getItem(key(role, id))
  if (kept !== null) return kept
  const answer = await fetch('/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, id }),
  }).catch(() => null)
  if (!answer?.ok) return null
  const { token } = (await answer.json()) as { token: string }
  keepToken(role, id, token)
  return token
}
