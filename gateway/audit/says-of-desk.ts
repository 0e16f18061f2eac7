import type { HandedTo } from '../contract/consultations.ts'
import type { OfficeEvent } from '../domain/events.ts'
import type { Names } from './names.ts'
import type { Says } from './said.ts'

export function handedWords(
  { kind, id }: HandedTo,
  { department, staff }: Pick<Names, 'department' | 'staff'>,
): string {
  switch (kind) {
    case 'department':
      return department(id)
    case 'counter':
      return `${id} 号窗口`
    case 'person':
      return staff(id)
  }
}
const withNumber = (ticketId: string | null, { number }: Names): string =>
  ticketId === null ? '' : `，‹${number(ticketId)}›`

/** The help desk: what was asked, who took care of whose errand, what things are called. */
export const saysOfDesk: Says<OfficeEvent> = {
  'consultation-noted': ({ matterId, words, outcome, to, notFound }, names) => {
    const about = [matterId === null ? null : names.matter(matterId), words].filter((one) => one !== null).join('：')
    const became = outcome === 'answered' ? '答复了' : to === null ? '还没答复' : `转给 ‹${handedWords(to, names)}›`
    return ['consultation', `记了一件咨询 ‹${about}›，${became}${notFound ? '，搜不到' : ''}`]
  },
  'consultation-handed-on': ({ to }, names) => ['consultation', `把一件咨询转给 ‹${handedWords(to, names)}›`],
  'consultation-answered': () => ['consultation', '答复了一件咨询'],
  'errand-opened': ({ code, items }) => ['consultation', `开始帮办 ‹${code}›，‹${items.length}› 件事`],
  'errand-item-added': ({ item }, names) => [
    'consultation',
    `一件帮办加了 ‹${names.matter(item.matterId)}›${withNumber(item.ticketId, names)}`,
  ],
  'errand-item-numbered': ({ ticketId }, names) => ['consultation', `给一件帮办取了 ‹${names.number(ticketId)}›`],
  'errand-item-ticked': ({ isDone }) => ['consultation', isDone ? '帮办里的一件事办完了' : '帮办里的一件事又没办完'],
  'errand-handed-on': ({ to }, { staff }) => [
    'consultation',
    to === null ? '把一件帮办交出来，等人接' : `把一件帮办交给 ‹${staff(to)}›`,
  ],
  'errand-taken': () => ['consultation', '接了一件帮办'],
  'errand-closed': ({ outcome }) => ['consultation', outcome === 'done' ? '一件帮办办完了' : '一件帮办不办了'],
  'alias-reviewed': ({ words, matterId }, { matter }) => [
    'consultation',
    matterId === null ? `“${words}” 不收作俗称` : `“${words}” 收作 ‹${matter(matterId)}› 的俗称`,
  ],
  'alias-withdrawn': ({ words }) => ['consultation', `“${words}” 不再是俗称`],
}
