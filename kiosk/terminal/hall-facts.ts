import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { computed, signal } from '@preact/signals'
import type { CatalogueFile } from '../../gateway/catalogue/search/catalogue-file.ts'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import { AGENT_PAGE_PORT } from '../../gateway/contract/agent-page-port.ts'
import type { HolidayCalendar } from '../../gateway/contract/calendar.ts'
import type { Hall } from '../../gateway/contract/hall.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { type WaitWords, waitPhrase, waitWords } from '../../gateway/contract/wait-words.ts'
import type { Wait } from '../../gateway/contract/view-parts.ts'
import { nameIn } from '../shared/own-name.tsx'
import { language } from '../../display/shared/page-words.ts'
import { readCheckedWords } from '../../display/shared/checked-words.ts'
import { say } from './words.ts'

/** What a terminal knows of its hall, also without the gateway. */
export type HallFacts = Pick<
  Hall,
  | 'name'
  | 'nameEn'
  | 'languages'
  | 'timeZone'
  | 'floors'
  | 'themes'
  | 'flows'
  | 'plan'
  | 'publicUrl'
  | 'agentPagePort'
  | 'receipts'
> & {
  counters: { id: string; floor: string; zone: string; accessible: boolean }[]
  calendar: HolidayCalendar
  /** Codes of appointments are redeemed here. */
  booking: boolean
  /** Numbers are given by phone, too. */
  phoneNumbers: boolean
  /** … and to those who are still outside. */
  remoteNumbers: boolean
}
const noFacts: HallFacts = {
  name: '',
  nameEn: '',
  languages: ['zh-Hans', 'en'],
  timeZone: 'Asia/Shanghai',
  floors: [],
  themes: [],
  flows: [],
  plan: [],
  publicUrl: null,
  agentPagePort: AGENT_PAGE_PORT,
  receipts: null,
  counters: [],
  calendar: { years: [], off: [], work: [] },
  booking: false,
  phoneNumbers: false,
  remoteNumbers: false,
}
export const facts = signal<HallFacts>(noFacts)
export const calendar = computed(() => facts.value.calendar)
/** Where a phone reaches the gateway. */
export const publicUrl = computed(() => facts.value.publicUrl ?? location.origin)
/** All matters with how they are read; null = only the most wanted are here. */
export const catalogue = signal<CatalogueFile | null>(null)
const wanted = signal<CatalogueEntry[]>([])
export const entries = computed(() => catalogue.value?.items ?? wanted.value)

/** What the first screen shows. What was read stays when the gateway is away. */
export async function readFacts(): Promise<void> {
  const [hall, most] = await Promise.all([
    getJson('/api/v1/hall', withFields<HallFacts>('name', 'timeZone', 'floors', 'calendar')),
    getJson('/api/v1/catalogue/wanted', withFields<{ items: CatalogueEntry[] }>('items')),
  ])
  facts.value = hall
  // Without them the page speaks as it did.
  await readCheckedWords(hall.languages.includes('mn-Mong')).catch(() => {})
  wanted.value = most.items
}
/** The whole catalogue, so that search goes on without the gateway; read behind the first screen, and after each reconnect or import. */
export async function readCatalogue(): Promise<void> {
  catalogue.value = await getJson('/api/v1/catalogue', withFields<CatalogueFile>('items', 'readings', 'said'))
}

/** 1 楼 A 区 */
export function placeName(floor: string, zone: string): string {
  const one = facts.value.floors.find(({ id }) => id === floor)
  const within = one?.zones.find(({ id }) => id === zone)
  return `${one ? nameIn(one) : floor} ${within ? nameIn(within) : zone}`
}

/** All places of a matter: 1 楼 A 区 1–7 号窗口；…. null = no counter of this hall. */
export const placesOf = (where: QueueView['where']): string | null =>
  where.length === 0
    ? null
    : where
        .map(
          ({ floor, zone, counters }) =>
            `${placeName(floor, zone)} ${say('counters', { range: counterRanges(counters) })}`,
        )
        .join('；')

/** The most wanted first. */
export const mostWanted = computed(() => [...entries.value].sort((one, other) => other.popular - one.popular))
/** Departments that have matters, in the order of the catalogue, with how many. */
export const departments = computed(() => {
  const counted = new Map<string, { id: string; name: string; matters: number }>()
  for (const { departmentId: id, department: name } of entries.value)
    counted.set(id, { id, name, matters: (counted.get(id)?.matters ?? 0) + 1 })
  return [...counted.values()]
})
export const departmentName = (id: string): string =>
  entries.value.find(({ departmentId }) => departmentId === id)?.department ?? id

export const themeName = ({ name, nameEn }: HallFacts['themes'][number]): string =>
  language.value === 'en' && nameEn !== null ? nameEn : name
/** A wait as the visitor's language tells it, in a large part and its unit; null = it cannot be known. */
export const waitParts = (wait: Wait): WaitWords | null => waitWords(wait, language.value === 'en')
export const waitInWords = (wait: Wait): string => waitPhrase(wait, language.value === 'en') ?? say('unknownWait')
