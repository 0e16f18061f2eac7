import { isIP } from 'node:net'

/** The name under which a browser asked for this gateway, as it is compared: small letters, no dot at the end. null = none that can be read. */
export function hostNameOf(host: string | undefined): string | null {
  if (host === undefined || !URL.canParse(`http://${host}`)) return null
  return new URL(`http://${host}`).hostname.replace(/\.$/, '')
}

/**
 * Refuses names that an outside site could point at this machine (DNS rebinding): addresses, localhost and the hall's own name
 * (`publicUrl`) are let in.
 */
export function isOwnHost(host: string | undefined, publicUrl: string | null): boolean {
  const name = hostNameOf(host)
  if (name === null) return false
  if (name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true
  return publicUrl !== null && hostNameOf(new URL(publicUrl).host) === name
}

/** So many different names are told; a stranger could invent more without end. */
const MOST_TOLD = 20

/** Tells each foreign name once, in the log: whoever sets the hall up looks there. */
export function foreignHosts(tell: (words: string) => void): (host: string | undefined) => void {
  const told = new Set<string>()
  return (host) => {
    const name = (hostNameOf(host) ?? '').slice(0, 100)
    if (told.has(name) || told.size >= MOST_TOLD) return
    told.add(name)
    tell(
      name === ''
        ? '有请求没有写主机名，没有答。'
        : `有人用 ${name} 这个名字打开，没有让进。这是本大厅的网址，就在 hall.yaml 里写上 publicUrl: http://${name}，再重新启动。`,
    )
  }
}
