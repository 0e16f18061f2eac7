import { dayAt } from '../../gateway/contract/hall-time.ts'
import { computed, signal } from '@preact/signals'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import type { WayGoal } from '../../gateway/contract/ways/way-goal.ts'
import type { QueueView, TicketView } from '../../gateway/contract/line-views.ts'
import type { TerminalView } from '../../gateway/contract/visitor-views.ts'
import { forgetHands } from './forget-hands.ts'
import { openModes } from './modes/modes.ts'
import { openAloud } from './read/aloud.ts'
import { readCard } from './card/read-card.ts'
import { type Where, nextScreen, terminalMachine } from './next-screen.ts'
import type { Press, TakenTicket } from './visit.ts'
import type { ListWish, TakeWish } from './wishes.ts'
import { notNowWords } from './queue-now.ts'
import { inWords } from './refusal-words.ts'
import { language } from '../../display/shared/page-words.ts'
import type { EntryBy } from './write/entry-modes.tsx'
import { whereWords } from './where-words.ts'
import { say } from './words.ts'
import { searchesMade } from './find/searches-made.ts'
import { tellMissed } from './find/tell-missed.ts'
import { after, ticks } from '../../gateway/client/page-clock.ts'

/** By then a gateway that is there has answered, also on a slow line. */
const FRESH_MS = 3_000

export const terminalTopics = (id: string): string[] => [`terminal:${id}`, `signals:${id}`, 'queues']

/** One visitor at one terminal: where they are, and what is under way. */
export function openSession(hall: HallConnection, id: string) {
  const own = terminalTopics(id)
  const where = signal(terminalMachine.initialState as Where)
  const modes = openModes()
  const { contrast, elder, low } = modes
  const aloud = openAloud()
  const entry = signal<EntryBy | null>(null)
  const taking = signal(false)
  const refusal = signal<string | null>(null)
  /** In ticks of the page's clock. */
  const touchedAt = signal(ticks())
  /** Ends with the visitor: what they ordered is dropped, and what is still answered goes to nobody. */
  let visit = new AbortController()
  const searched = searchesMade()
  const terminal = hall.view<TerminalView>(`terminal:${id}`)
  const rows = hall.rows<QueueView>('queues')
  const queues = computed(() => [...rows.value.values()])
  const paused = computed(() => terminal.value?.printer?.paused ?? false)
  const help = computed(() => terminal.value?.help ?? null)

  /** A page that has just been opened is not cut off yet. */
  const isFresh = signal(true)
  after(FRESH_MS, () => void (isFresh.value = false))
  /** Cut off from the gateway, as visitors are told. */
  const isAway = computed(() => !hall.online.value && (terminal.value !== null || !isFresh.value))

  /** Why no number can be taken now, in words; null = it can. */
  const whyOffline = computed(() => (hall.online.value ? null : say('offlineTake')))
  const whyNoNumber = computed(() => {
    const notNow = terminal.value?.notNow ?? null
    return whyOffline.value ?? (notNow && notNowWords(notNow))
  })

  /** Something stands there that must go with the visitor, also at home. */
  const isBegun = computed(
    () =>
      where.value.value !== 'home' ||
      where.value.context.stepFree ||
      language.value !== 'zh-Hans' ||
      modes.isOn() ||
      aloud.isBegun() ||
      help.value !== null,
  )

  function press(event: Press): void {
    const before = where.value.context.ticket?.token
    where.value = nextScreen(where.value, event)
    refusal.value = null
    const token = where.value.value === 'ticket' ? where.value.context.ticket?.token : undefined
    if ((event.type === 'taken' || event.type === 'scan-ticket') && token !== undefined)
      hall.watch([...own, `track:${token}`])
    if (event.type === 'leave') hall.watch(own)
    if (before !== undefined && before !== where.value.context.ticket?.token) hall.forget(`track:${before}`)
    // Whoever is back at home with nothing on has left: nothing is seen there that the next one could not have.
    if (event.type === 'back' && !isBegun.value) wipe()
  }
  /** Everything of this visitor goes: words typed, ticks, answers, language, modes, and orders that are still under way. */
  function wipe(): void {
    const { searches, empty, missed } = searched.take()
    if (searches > 0) void hall.order({ type: 'tell-use', terminalId: id, searches, empty })
    if (missed.length > 0 && hall.online.value) void tellMissed(id, missed)
    visit.abort()
    visit = new AbortController()
    card.leave()
    press({ type: 'leave' })
    language.value = 'zh-Hans'
    modes.leave()
    aloud.leave()
    entry.value = null
    taking.value = false
    forgetHands()
    touchedAt.value = ticks()
  }
  /** One number for one press: while one is under way another press does nothing. */
  async function takeNow(what: TakeWish, withCard: boolean): Promise<void> {
    if (taking.value) return
    taking.value = true
    refusal.value = null
    const accessible = where.value.context.stepFree
    const card = withCard ? { withCard } : {}
    const { signal: own } = visit
    const command: Command = {
      type: 'take-ticket',
      ...what,
      ...card,
      terminalId: id,
      priority: null,
      printer: paused.value ? 'none' : null,
      accessible,
      language: language.value,
    }
    const answer = await hall.order(command, own)
    // A late answer would show the next visitor somebody else's number.
    if (own.aborted) return
    taking.value = false
    if (answer.ok) press({ type: 'taken', ticket: answer.result as TakenTicket })
    else refusal.value = inWords(answer.error)
  }
  async function printPaper(order: Command): Promise<boolean> {
    refusal.value = null
    const { signal: own } = visit
    const answer = await hall.order(order, own)
    if (!answer.ok && !own.aborted) refusal.value = inWords(answer.error)
    return answer.ok
  }
  const card = readCard(
    id,
    (wish, withCard) => void takeNow(wish, withCard),
    () => void (touchedAt.value = ticks()),
  )
  return {
    card,
    where,
    contrast,
    elder,
    low,
    /** What is read to this visitor, and how loud. */
    aloud,
    language,
    /** How words are written here; null = as the mode has it: by pinyin, in large letters by hand. */
    entry,
    /** Which of the modes are on, for whoever measures a page by it. */
    look: modes.look,
    isBegun,
    taking,
    refusal,
    touchedAt,
    terminal,
    queues,
    hall,
    id,
    press,
    isAway,
    whyNoNumber,
    /** Why no code of an appointment can be taken: it passes opening, break and last number. */
    whyOffline,
    /** The same for one queue: its own hours, its quota; the queue of what is wished, null = not told before the gateway is asked. */
    whyNotOf(queueId: string | null): string | null {
      const notNow = rows.value.get(queueId ?? '')?.notNow ?? null
      return whyNoNumber.value ?? (notNow && notNowWords(notNow))
    },
    /** Why no paper comes out of this machine's own slot now; null = it does. What another printer stands in for is a slip. */
    whyNoPaper: computed(() => {
      const printer = terminal.value?.printer
      const prints = hall.online.value && printer && printer.fault === null && printer.state !== 'off'
      return prints && !paused.value ? null : say('noPaperNow')
    }),
    /** This terminal gives numbers, but no paper comes out. */
    paused,
    help,
    canCallGuide: computed(() => hall.online.value && help.value === null),
    /** What this visitor searched, in figures. */
    searched,
    /** Aborted when this visitor has gone. */
    visit: () => visit.signal,
    callGuide: () =>
      void hall.order({ type: 'call-guide', terminalId: id, where: whereWords(where.value) }, visit.signal),
    /** The day in the hall, 2026-03-18. */
    today: () => dayAt(hall.now(), terminal.value?.hall.timeZone ?? 'Asia/Shanghai'),
    touch: () => {
      touchedAt.value = ticks()
    },
    /** Whoever was here has gone, and said so or was quiet for long: nobody waits for a guide any more. */
    leave() {
      if (help.value !== null && hall.online.value) void hall.order({ type: 'leave-help', terminalId: id })
      wipe()
    },
    wipe,
    /** Where this terminal reads ID cards, the visitor is asked first; an appointment's code already says who comes. */
    async take(what: TakeWish): Promise<void> {
      if (terminal.value?.reader && !what.appointmentCode) card.ask(what)
      else await takeNow(what, false)
    },
    /** Says that the holder of a number from outside stands here: what is told then; null = why not stands in `refusal`. */
    async arrive(number: string): Promise<string | null> {
      refusal.value = null
      const { signal: own } = visit
      const answer = await hall.order({ type: 'arrive-ticket', ticketId: null, number, terminalId: id }, own)
      if (own.aborted) return null
      if (answer.ok) return say('arrived', { number, ahead: (answer.result as TicketView).ahead })
      refusal.value = answer.error.code === 'unknown-ticket' ? say('arriveUnknown', { number }) : inWords(answer.error)
      return null
    },
    /** Whether the list goes to the printer; why not stands in `refusal`. */
    printList({ matterId, flowId, answers, brought }: ListWish): Promise<boolean> {
      const list = { matterId, flowId, answers: { ...answers }, brought: [...brought] }
      return printPaper({ type: 'print-list', terminalId: id, ...list })
    },
    /** The same for the way to a goal of the plan. */
    printWay: (goal: WayGoal): Promise<boolean> =>
      printPaper({
        type: 'print-way',
        terminalId: id,
        goal,
        stepFree: where.value.context.stepFree,
        language: language.value === 'en' ? 'en' : 'zh-Hans',
      }),
  }
}

export type Session = ReturnType<typeof openSession>
