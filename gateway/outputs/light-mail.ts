import type { MailSettings } from '../contract/mail.ts'
import { lightNames, lightWhyWords } from '../contract/light-words.ts'
import type { LoggedEvent } from '../domain/events.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { FreshDelivery } from '../store/delivery-store.ts'

/** A letter as it waits to go out. */
export interface WrittenMail {
  to: string
  subject: string
  text: string
}
type LightChanged = Extract<LoggedEvent, { type: 'light-changed' }>

/** An address, with the ids of the departments that it hears of; null = all. */
interface MailedAddress {
  address: string
  departments: readonly string[] | null
}
/** Each address of the setting once. */
export function mailedAddresses({ to }: MailSettings): MailedAddress[] {
  const addresses = [...new Set(to.map(({ address }) => address))]
  return addresses.map((address) => {
    const named = to.filter((one) => one.address === address).map(({ department }) => department)
    const departments = named.filter((one) => one !== null)
    return { address, departments: departments.length < named.length ? null : departments }
  })
}
/** All letters of one hall are told by one channel of this name. */
export const MAIL = 'mail'

/** Letters about these events. Lights that changed at the same moment (a night's count, one report) come in one. */
export function lightMails(hallModel: HallModel, mail: MailSettings, events: readonly LoggedEvent[]): FreshDelivery[] {
  const byMoment = new Map<number, LightChanged[]>()
  for (const event of events)
    if (event.type === 'light-changed' && mail.lights.some((one) => one === event.to))
      byMoment.set(event.at, [...(byMoment.get(event.at) ?? []), event])
  return [...byMoment].flatMap(([at, changes]) =>
    mailedAddresses(mail).flatMap(({ address, departments }, nth): FreshDelivery[] => {
      const names = departments?.map((id) => hallModel.departmentNames.get(id) ?? id) ?? null
      const own = names === null ? changes : changes.filter(({ departmentName }) => names.includes(departmentName))
      if (own.length === 0) return []
      const body: WrittenMail = { to: address, ...letter(own, hallModel.hall) }
      const id = `${MAIL}-${changes[0]?.seq ?? 0}.${nth}`
      return [
        { id, hookId: MAIL, topic: 'light', type: 'light-changed', about: address, at, body: JSON.stringify(body) },
      ]
    }),
  )
}

const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** Red first, then what is due soonest. Neither a receipt nor who applied is in it, because the log has neither. */
function letter(
  changes: readonly LightChanged[],
  { name, publicUrl }: HallModel['hall'],
): Pick<WrittenMail, 'subject' | 'text'> {
  const sorted = changes.toSorted(
    (one, other) => Number(other.to === 'red') - Number(one.to === 'red') || (one.dueOn < other.dueOn ? -1 : 1),
  )
  const [first] = sorted
  const red = sorted.filter(({ to }) => to === 'red').length
  const subject =
    sorted.length === 1 && first
      ? `${lightNames[first.to === 'red' ? 'red' : 'yellow']}：${first.matterName}，${dueWords(first)}`
      : `亮牌：${[red > 0 ? `${red} 件超时` : '', sorted.length > red ? `${sorted.length - red} 件快到期` : '']
          .filter((part) => part !== '')
          .join('，')}`
  const rows = sorted.map((change) =>
    [
      `【${lightNames[change.to === 'red' ? 'red' : 'yellow']}】${change.matterName}`,
      `  ${change.departmentName}`,
      `  ${lightWhyWords(change)}；${dueWords(change)}`,
    ].join('\n'),
  )
  const where = publicUrl === null ? '请在管理页的“亮牌”里看全程。' : `看全程：${publicUrl}/manage/?section=lights`
  const after = red > 0 ? '红牌要首席代表答复：为什么超时、什么时候办好。' : '请在到期以前办好。'
  return { subject, text: `${rows.join('\n\n')}\n\n${after}\n${where}\n\n${name}（网关自动发出，请不要回信）\n` }
}
const dueWords = ({ dueOn, approximate, to }: LightChanged): string =>
  `${approximate ? '大约 ' : ''}${dayWords(dueOn)}${to === 'red' ? '到期，已经超时' : '到期'}`
