import type { AnnouncementTemplate, SlotKind } from './announcement.ts'

interface Part {
  zh: string
  en: string
  clips: { 'zh-Hans': readonly string[]; en: readonly string[] }
  slot?: readonly [name: string, kind: SlotKind]
}
const said = (zh: string, en: string, clip: string): Part => ({ zh, en, clips: { 'zh-Hans': [clip], en: [clip] } })

/** Whom a guide speaks to. */
export const freeWho = {
  number: {
    zh: '请 {number} 号',
    en: 'Number {number}',
    clips: { 'zh-Hans': ['qing', '{number}', 'hao'], en: ['number', '{number}'] },
    slot: ['number', { kind: 'ticket', name: '号码' }],
  },
  all: said('各位来访者，请', 'Attention please', 'f-all'),
} as const satisfies Record<string, Part>

/** Where to. */
export const freeWhere = {
  counter: {
    zh: '到 {counter} 号窗口',
    en: 'please go to counter {counter}',
    clips: { 'zh-Hans': ['dao', '{counter}', 'chuangkou'], en: ['please', '{counter}'] },
    slot: ['counter', { kind: 'number', name: '窗口', least: 1, most: 999 }],
  },
  desk: said('到咨询台', 'please come to the help desk', 'f-desk'),
} as const satisfies Record<string, Part>

/** What for; some are for one person, some for everybody. */
export const freeWhat = {
  serve: said('办理业务', 'to be served', 'f-serve'),
  documents: said('补交材料', 'to hand in your documents', 'f-documents'),
  certificate: said('领取证件', 'to collect your certificate', 'f-certificate'),
  lost: said('领回遗忘的物品', 'to collect what you left behind', 'f-lost'),
  sign: said('补签字', 'to sign your papers', 'f-sign'),
  belongings: said('看好随身物品', 'please keep your belongings with you', 'f-belongings'),
  family: said('照看好身边的老人和孩子', 'please look after the children and the elderly with you', 'f-family'),
  queue: said('按号排队，叫到再上前', 'please wait until your number is called', 'f-queue'),
  quiet: said('把手机铃声调小', 'please turn your phone down', 'f-quiet'),
  smoke: said('不要在大厅里吸烟', 'please do not smoke in the hall', 'f-smoke'),
} as const satisfies Record<string, Part>
type Who = keyof typeof freeWho
type Where = keyof typeof freeWhere
type What = keyof typeof freeWhat
/** A sentence that a guide put together; null = without that part. */
export interface FreeWords {
  who: Who
  where: Where | null
  what: What | null
}

const forOne: readonly What[] = ['serve', 'documents', 'certificate', 'lost', 'sign']
const forAll: readonly What[] = ['belongings', 'family', 'queue', 'quiet', 'smoke']
/** What fits behind whom and where to: everybody is asked to mind something, or to come for the same. */
export const whatsFor = ({ who, where }: Omit<FreeWords, 'what'>): readonly What[] =>
  who === 'all' && where === null ? forAll : forOne

const PREFIX = 'free'
/** The id under which the order names it: free-number-counter-documents. */
export const freeId = ({ who, where, what }: FreeWords): string =>
  [PREFIX, who, where ?? 'none', what ?? 'none'].join('-')

const isOf = <T extends object>(key: string, of: T): key is string & keyof T => Object.hasOwn(of, key)

/** The announcement that an id of `freeId` stands for; null = none, or half a sentence. */
export function freeAnnouncement(id: string): AnnouncementTemplate | null {
  const [prefix, who = '', where = '', what = '', ...more] = id.split('-')
  if (prefix !== PREFIX || more.length > 0 || !isOf(who, freeWho)) return null
  const place = isOf(where, freeWhere) ? where : null
  const wish = isOf(what, freeWhat) ? what : null
  const isKnown = (place !== null || where === 'none') && (wish !== null || what === 'none')
  const fits = wish === null ? place !== null : whatsFor({ who, where: place }).includes(wish)
  if (!isKnown || !fits) return null
  const parts: Part[] = [freeWho[who], ...(place ? [freeWhere[place]] : []), ...(wish ? [freeWhat[wish]] : [])]
  // A number alone is asked to come before it is told what for.
  const english = who === 'number' && place === null ? [...parts.slice(0, 1), comeEn, ...parts.slice(1)] : parts
  return {
    id,
    name: '自己拼一句',
    slots: Object.fromEntries(parts.flatMap(({ slot }) => (slot ? [slot] : []))),
    text: { 'zh-Hans': `${parts.map(({ zh }) => zh).join('')}。`, en: englishOf(english) },
    spoken: {
      'zh-Hans': parts.flatMap(({ clips }) => clips['zh-Hans']),
      en: english.flatMap(({ clips }) => clips.en),
    },
    times: 2,
    shownSeconds: 60,
  }
}
const comeEn: Part = said('', 'please come forward', 'f-come')

/** All of them, for whoever records or makes the clips. */
export const freeParts: readonly Part[] = [
  ...Object.values(freeWho),
  ...Object.values(freeWhere),
  ...Object.values(freeWhat),
  comeEn,
]

function englishOf([first, ...rest]: readonly Part[]): string {
  return `${first?.en ?? ''}${rest.length > 0 ? `, ${rest.map(({ en }) => en).join(' ')}` : ''}.`
}
