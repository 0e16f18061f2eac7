import { resolve } from 'node:path'
import { type StreamAddress, readStreamAddress } from '../stream/stream-address.ts'
import { type CityFile, readCityFile } from './read-city-file.ts'

export interface CitySettings {
  address: StreamAddress
  city: CityFile
  host: string
  port: number
  folder: string
  token: string | null
  oidcSecret: string | null
}
const PORT = 8_090
const isSaid = (text: string | undefined): text is string => text !== undefined && text !== ''

/** What the environment says of a city, or what is wrong with it in words. */
export function readSettings(
  environment: NodeJS.ProcessEnv,
): { ok: true; settings: CitySettings } | { ok: false; words: string[] } {
  const { TINGSHI_CITY, TINGSHI_CITY_FILE, TINGSHI_CITY_TOKEN, TINGSHI_HOST, TINGSHI_PORT, TINGSHI_DATA } = environment
  const address = readStreamAddress(TINGSHI_CITY ?? 'nats://127.0.0.1:4222')
  const file = readCityFile(isSaid(TINGSHI_CITY_FILE) ? resolve(TINGSHI_CITY_FILE) : null)
  const host = TINGSHI_HOST ?? '127.0.0.1'
  if (address === null) return { ok: false, words: ['TINGSHI_CITY 要写成 nats://服务器:4222，几台之间用逗号。'] }
  if (!file.ok) return file
  return {
    ok: true,
    settings: {
      address,
      city: file.city,
      host,
      port: Number(TINGSHI_PORT ?? PORT),
      folder: resolve(TINGSHI_DATA ?? './city-data'),
      token: isSaid(TINGSHI_CITY_TOKEN) ? TINGSHI_CITY_TOKEN : null,
      oidcSecret: isSaid(environment.TINGSHI_OIDC_SECRET) ? environment.TINGSHI_OIDC_SECRET : null,
    },
  }
}
/** Reached from this computer alone: its board is open to whoever sits there. */
export const isOpenHere = ({ token, host }: CitySettings): boolean =>
  token === null && /^(127\.|localhost$|::1$)/.test(host)
