import type { Hall } from '../../../gateway/contract/hall.ts'

/** What was typed is no matter but something of the hall. */
export type AskedPlace =
  | { kind: 'counter'; counter: string; floor: string; zone: string }
  | { kind: 'department'; id: string; name: string }
  /** A visitor's number: only its queue is told of, never whose it is. */
  | { kind: 'number'; queueId: string; number: string }
  | { kind: 'facility'; name: string; floor: string }

interface HallPlaces {
  counters: readonly { id: string; floor: string; zone: string }[]
  plan: Hall['plan']
  departments: readonly { id: string; name: string }[]
  queues: readonly { id: string; series: string }[]
  /** The floor on which the visitor stands: its facilities come first. */
  here: string
}
type Kind = Hall['plan'][number]['places'][number]['kind']

/** What people call what is not a counter. The first that fits counts. */
const facilities: readonly (readonly [Kind, RegExp])[] = [
  ['accessible-toilet', /无障碍(卫生间|厕所)|残疾人?(厕所|卫生间)|accessible toilet/],
  ['toilet', /厕所|卫生间|洗手间|茅房|茅厕|wc|toilet|restroom|bathroom|cesuo|weishengjian/],
  ['copy', /复印|照相|拍照|证件照|打印|fuyin|copy|photo/],
  ['water', /喝水|饮水|开水|热水|打水|yinshui|drinking water/],
  ['mother', /母婴|喂奶|哺乳|换尿布|muying|nursing room/],
  ['lift', /电梯|直梯|dianti|elevator|lift/],
  ['escalator', /扶梯|滚梯|escalator/],
  ['stairs', /楼梯|stairs/],
  ['help', /咨询台|问讯处|服务台|总台|导办台|help desk|information desk/],
  ['entrance', /大门|正门|出口|出去|exit|entrance/],
]
const FRAMES = /请问|在哪(里|儿)?|哪(里|儿)?有|怎么走|怎么去|去|到|的|我要|我想|吗|where is|the/g
const SHORT = 8

/**
 * A counter (37, 37号窗口), a department's whole name or its beginning, a number (A042) or a facility (厕所) of this hall, the likeliest
 * first; none = the words are about a matter. A facility is asked for in few words: a long sentence that names one is about something else.
 */
export function askedPlaces(query: string, hall: HallPlaces): AskedPlace[] {
  const typed = query.normalize('NFKC').toLowerCase().trim()
  const bare = typed.replace(FRAMES, '').replace(/[\s?？。，,]/g, '')
  if (bare === '') return []
  const desk = /^(?:第)?0*(\d{1,3})(?:号|號)?(?:窗口|窗|柜台|台|counter)?$/.exec(bare)?.[1]
  const counter = desk === undefined ? undefined : hall.counters.find(({ id }) => id === desk)
  if (counter) return [{ kind: 'counter', counter: counter.id, floor: counter.floor, zone: counter.zone }]
  const [, series = '', digits = ''] = /^([a-z]{1,2})(\d{3,4})$/.exec(bare) ?? []
  const queue = hall.queues.find((one) => one.series.toLowerCase() === series)
  if (queue) return [{ kind: 'number', queueId: queue.id, number: `${queue.series}${digits}` }]
  const kind = bare.length > SHORT ? undefined : facilities.find(([, words]) => words.test(typed))?.[0]
  if (kind) return facilitiesOf(kind, hall)
  return bare.length < 2
    ? []
    : hall.departments
        .filter(({ name }) => name.startsWith(bare))
        .map(({ id, name }) => ({ kind: 'department', id, name }))
}

const facilitiesOf = (kind: Kind, { plan, here }: HallPlaces): AskedPlace[] =>
  [...plan]
    .sort((one, other) => Number(other.floor === here) - Number(one.floor === here))
    .flatMap(({ floor, places }) =>
      places.filter((place) => place.kind === kind).map(({ name }): AskedPlace => ({ kind: 'facility', name, floor })),
    )
