import { signal } from '@preact/signals'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { type SearchIndex, searchIndex } from '../../gateway/catalogue/search/search-matters.ts'
import { getJson } from '../../gateway/client/fetch-json.ts'
import type { Wait } from '../../gateway/contract/views.ts'
import { say } from './words.ts'

export interface HallFacts {
  floors: { id: string; name: string; zones: { id: string; name: string }[] }[]
}
export const facts = signal<HallFacts>({ floors: [] })
export const entries = signal<CatalogueEntry[]>([])
export const index = signal<SearchIndex>([])

/** Read at start and after each reconnect; what was read stays when the gateway is away, so search goes on. */
export async function readFacts(): Promise<void> {
  const [hall, catalogue] = await Promise.all([getJson<HallFacts>('/api/v1/hall'), getJson<{ items: CatalogueEntry[] }>('/api/v1/catalogue')])
  facts.value = hall
  entries.value = catalogue.items
  index.value = searchIndex(catalogue.items)
}

export function counterRange(ids: readonly string[]): string {
  const numbers = ids
    .map(Number)
    .filter((number) => !Number.isNaN(number))
    .sort((one, other) => one - other)
  const parts: string[] = []
  for (let from = 0; from < numbers.length; ) {
    let to = from
    while (numbers[to + 1] === (numbers[to] ?? 0) + 1) to += 1
    parts.push(from === to ? `${numbers[from]}` : `${numbers[from]}–${numbers[to]}`)
    from = to + 1
  }
  return [...parts, ...ids.filter((one) => Number.isNaN(Number(one)))].join('、')
}

/** 1 楼 A 区 */
export function placeName(floor: string, zone: string): string {
  const one = facts.value.floors.find(({ id }) => id === floor)
  return `${one?.name ?? floor} ${one?.zones.find(({ id }) => id === zone)?.name ?? zone}`
}

export const waitRange = (wait: Wait): string | null => (wait === null ? null : `${wait.lowMinutes}–${wait.highMinutes}`)
export const waitWords = (wait: Wait): string => (wait === null ? say('unknownWait') : say('aboutMinutes', { range: waitRange(wait) }))
