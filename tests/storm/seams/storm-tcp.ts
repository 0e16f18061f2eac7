import type { Link } from '../../../gateway/devices/link.ts'

/** Stands for gateway/devices/tcp-link.ts: devices stand at addresses of the storm. */
type Dial = (address: string, timeoutMs: number) => Promise<Link | null>
let dial: Dial = async () => null
export const putWire = (next: Dial): void => void (dial = next)
export const openTcp = (host: string, port: number, timeoutMs: number): Promise<Link | null> =>
  dial(`${host}:${port}`, timeoutMs)
