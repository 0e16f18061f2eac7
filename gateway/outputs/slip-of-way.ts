import enWay from '../../assets/locales/en/way.json' with { type: 'json' }
import enSlip from '../../assets/locales/en/way-slip.json' with { type: 'json' }
import zhWay from '../../assets/locales/zh-Hans/way.json' with { type: 'json' }
import zhSlip from '../../assets/locales/zh-Hans/way-slip.json' with { type: 'json' }
import { counterRanges } from '../contract/counter-ranges.ts'
import type { Hall } from '../contract/hall.ts'
import { routeMetres } from '../contract/ways/route.ts'
import { type SayWay, stepsOf, walkOf } from '../contract/ways/way-sentence.ts'
import { type FoundWay, findWished, wayAddress } from '../contract/ways/wished-way.ts'
import type { WaySlip } from '../devices/printer/way-slip.ts'
import type { OfficeEvent } from '../domain/events.ts'
import { slipTime } from './slip-of-ticket.ts'

export type WayOrder = Extract<OfficeEvent, { type: 'way-ordered' }>
type Language = WayOrder['language']
type Values = Readonly<Record<string, string | number>>

const words = { 'zh-Hans': { way: zhWay, slip: zhSlip }, en: { way: enWay, slip: enSlip } }
const fill = (word: string, values: Values): string =>
  word.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place))

/** Printers have no ½ among their own letters. */
const sayIn =
  (language: Language): SayWay =>
  (key, values = {}) => {
    const [group = '', word] = key.split('.')
    const found = (words[language].way as Record<string, string | Record<string, string>>)[group]
    return fill(typeof found === 'string' ? found : (found?.[word ?? ''] ?? key), values).replace('½', '.5')
  }

/** What the paper of a way says, from the hall's plan as it is now; null = the plan knows this way no longer. */
export function slipOfWay(hall: Hall, order: WayOrder, address: string, now: number): WaySlip | null {
  const { language, stepFree } = order
  const wish = { terminal: order.terminalId, goal: order.goal, stepFree }
  const found = findWished(hall, wish)
  if (found === null) return null
  const say = sayIn(language)
  const own = words[language].slip
  const name = nameIn(language)
  const floorName = (id: string): string => name(hall.floors.find((one) => one.id === id)) ?? id
  const terminal = hall.terminals.find(({ id }) => id === order.terminalId)?.name ?? order.terminalId
  return {
    hallName: name(hall) ?? hall.name,
    goal: found.place?.name ?? fill(own.counter, { range: counterRanges(found.counters) }),
    place: placeWords(hall, found, name),
    start: fill(own.start, { terminal }),
    steps: stepsOf({ route: found.route, goal: found.desk, floorName, door: null }, say),
    length: [walkOf(routeMetres(found.route), say), ...(stepFree ? [own.lift] : [])].join(say('comma')),
    url: address + wayAddress(wish),
    hints: [own.scan, own.ask],
    printedAt: slipTime(now, hall.timeZone, language).text,
  }
}

interface Named {
  name: string
  nameEn: string | null
}
const nameIn =
  (language: Language) =>
  (one: Named | undefined): string | null =>
    one === undefined ? null : language === 'en' && one.nameEn ? one.nameEn : one.name

/** 1 楼 B 区. */
function placeWords(hall: Hall, { floor, zone }: FoundWay, name: ReturnType<typeof nameIn>): string | null {
  const on = hall.floors.find(({ id }) => id === floor)
  const within = on?.zones.find(({ id }) => id === zone)
  const parts = [name(on), name(within)].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}
