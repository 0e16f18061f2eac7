import type { DeviceCondition } from '../contract/device-condition.ts'
import type { MailAddress, MailSettings } from '../contract/mail.ts'
import type { Office } from '../office/office.ts'
import type { DueDelivery } from '../store/delivery-store.ts'
import type { EventLog } from '../store/event-log.ts'
import { soon } from '../work/soon.ts'
import { type Address, type DeliveriesDeps, type DeliveryTimes, type Told, openDeliveries } from './deliveries.ts'
import { MAIL, type WrittenMail, lightMails, mailedAddresses } from './light-mail.ts'
import { postMail } from './post-mail.ts'

/** A mail server that is away in the evening is back in the morning, and a reminder still helps on the third day. */
export const usualMailTimes: DeliveryTimes = {
  answerMs: 20_000,
  firstPauseMs: 10_000,
  longestPauseMs: 900_000,
  giveUpMs: 3 * 24 * 3_600_000,
}
/** A letter that was refused stands on the board for so long, unless it goes out after all. */
const TOLD_MS = 7 * 24 * 3_600_000
const PAGE = 200
const letters: Address = { id: MAIL, url: '', topics: ['light'] }

export interface MailDeps extends Pick<DeliveriesDeps, 'store' | 'now' | 'onBroken' | 'times'> {
  office: Pick<Office, 'hallModel' | 'state' | 'onFacts'>
  log: Pick<EventLog, 'read'>
  /** From the environment; null = none was given. */
  password: string | null
  /** How it stands, for the board of devices. */
  tellBoard(condition: DeviceCondition): void
}
export interface Mails {
  addresses(): MailAddress[]
  /** Once more. false = there is no such letter, or it still waits. */
  resend(id: string): boolean
  close(): void
}

/** Reminds departments of their lights by mail, where the hall wishes it: again until the server has taken the letter, and never two at once. */
export function sendMails(deps: MailDeps): Mails {
  const { office, log, store, password, now, times, tellBoard } = deps
  const settings = (): MailSettings | null => office.hallModel.hall.mail
  const deliveries = openDeliveries({ ...deps, key: () => '', way: { inOrder: false, send, onTried } })

  async function send({ id, at, body }: DueDelivery): Promise<Told> {
    const mail = settings()
    const written = JSON.parse(body) as WrittenMail
    const isWanted = mail?.to.some(({ address }) => address === written.to)
    if (!mail || !isWanted) return { outcome: 'refused', words: '这个地址已经不在设置里，没有发' }
    return postMail(mail, password, { ...written, id, at, hallName: office.hallModel.hall.name }, times.answerMs)
  }
  function onTried(): void {
    const failed = settings() === null ? null : store.failed(MAIL, now() - TOLD_MS)
    const detail = failed && `给 ${failed.about ?? ''} 的没有发出去，${failed.answer ?? ''}`
    tellBoard({ code: detail === null ? 'ok' : 'mail-failed', detail })
  }
  /** Writes down the letters about what happened since the last look. */
  async function gather(): Promise<void> {
    const mail = settings()
    if (mail === null) return
    let seq = store.cursor(MAIL)
    if (seq === null) return store.add(MAIL, [], office.state.seq)
    for (
      let page = await log.read(seq, PAGE);
      page.length > 0 && !deliveries.isClosed;
      page = await log.read(seq, PAGE)
    ) {
      // What was in vain for so long by now reminds nobody.
      const recent = page.filter((event) => now() - event.at <= times.giveUpMs)
      const fresh = lightMails(office.hallModel, mail, recent)
      seq = page.at(-1)?.seq ?? seq
      // A page that tells nothing may be read again: one commit for all of them.
      if (fresh.length > 0 || page.length < PAGE) store.add(MAIL, fresh, seq)
    }
  }
  const wake = (): void => {
    if (settings() !== null) deliveries.run(letters, gather)
  }
  const wakeSoon = soon(wake)
  const stopFacts = office.onFacts((events) => {
    if (events.some(({ type }) => type === 'light-changed')) wakeSoon()
  })
  wake()
  // What failed before a restart is still not out.
  onTried()
  return {
    addresses() {
      const mail = settings()
      if (mail === null) return []
      const names = office.hallModel.departmentNames
      return mailedAddresses(mail).map(({ address, departments }) => ({
        address,
        departments: departments?.map((id) => names.get(id) ?? id) ?? null,
        ...store.sumsAbout(MAIL, address),
      }))
    },
    resend(id) {
      const isAgain = settings() !== null && deliveries.resend(id, [letters])
      if (isAgain) wake()
      return isAgain
    },
    close() {
      deliveries.close()
      stopFacts()
    },
  }
}
