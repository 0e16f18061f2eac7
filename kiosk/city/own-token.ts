const KEY = 'tingshi:city-token'

/** Given once in the address, then wiped from it: a wall has no person who signs in. null = whoever looks signs in, or sits at this computer. */
export function ownToken(): string | null {
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem(KEY, given)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(KEY)
}
