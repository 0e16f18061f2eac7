import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { connect } from '../../gateway/client/connect.ts'
import { type Reader, anything, ask, withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import type { StartView } from '../../gateway/contract/start-view.ts'
import type { TerminalView } from '../../gateway/contract/visitor-views.ts'
import type { Toaster } from '../shared/staff/toasts.tsx'
import { type Shown, shownOf } from './surfaces.ts'
import { say } from './words.ts'

export interface DemoHands {
  take(): Promise<void>
  call(): Promise<void>
  paper(fault: 'paper-out' | null): Promise<void>
  crowd(): Promise<void>
}

/** Orders that bring the next visitor to a counter, whatever it is at now. */
export function callRow({ state, ticket, counterId }: Pick<CounterView, 'state' | 'ticket' | 'counterId'>): Command[] {
  const open: Command[] = state === 'open' ? [] : [{ type: 'open-counter', counterId }]
  const finish: Command[] = ticket ? [{ type: 'finish-ticket', counterId }] : []
  return [...open, ...finish, { type: 'call-next', counterId }]
}

/** A matter for the demo's number: wanted often, and served by the shown counter, so that the next click can call it. */
export function demoMatter(
  popular: readonly string[],
  entries: readonly CatalogueEntry[],
  queues: readonly string[],
): string | null {
  const handled = entries.filter((entry) => entry.queueId !== null && queues.includes(entry.queueId))
  const wanted = popular.find((id) => handled.some((entry) => entry.id === id))
  return wanted ?? handled.toSorted((one, other) => other.popular - one.popular)[0]?.id ?? popular[0] ?? null
}

export const isOutOfPaper = (view: StartView): boolean =>
  view.papers.some((paper) => paper.printerId === shownOf(view.surfaces).printer && paper.faults.includes('paper-out'))

/** The hands of the demo: it presses as the terminal and as the clerk, over connections of their own. */
export function demoHands(toasts: Toaster, shown: Shown): DemoHands {
  // A hall without a terminal or a counter has no hands there.
  const place = { terminal: shown.terminal ?? '', counter: shown.counter ?? '' }
  const terminal = connect({ role: 'terminal', id: place.terminal, topics: [`terminal:${place.terminal}`] })
  const clerk = connect({ role: 'clerk', id: place.counter, topics: [`counter:${place.counter}`] })
  const terminalView = terminal.view<TerminalView>(`terminal:${place.terminal}`)
  const counterView = clerk.view<CounterView>(`counter:${place.counter}`)
  let entries: CatalogueEntry[] | null = null

  const post = async <T>(path: string, reader: Reader<T>, body: object): Promise<T> => {
    const answer = await ask(path, reader, { body })
    if (!answer.ok) throw new Error(say('failed'))
    return answer.body
  }
  const said = (work: () => Promise<string>) => async (): Promise<void> => {
    try {
      toasts.say('done', await work())
    } catch (error) {
      toasts.say('refused', error instanceof Error && error.message !== '' ? error.message : say('failed'))
    }
  }
  return {
    take: said(async () => {
      if (!terminal.online.value || !terminalView.value) throw new Error(say('notReady'))
      entries ??= (await getJson('/api/v1/catalogue', withFields<{ items: CatalogueEntry[] }>('items'))).items
      const queues = counterView.value?.queues.map((queue) => queue.id) ?? []
      const matterId = demoMatter(terminalView.value.popular, entries, queues)
      const answer = await terminal.order({
        type: 'take-ticket',
        matterId,
        queueId: matterId === null ? (queues[0] ?? null) : null,
        terminalId: place.terminal,
        priority: null,
        printer: null,
        missing: [],
        accessible: false,
      })
      if (!answer.ok) throw new Error(answer.error.message)
      const { number, ahead } = answer.result as { number: string; ahead: number }
      return say('taken', { number, ahead })
    }),
    call: said(async () => {
      if (!clerk.online.value || !counterView.value) throw new Error(say('notReady'))
      let number = ''
      for (const command of callRow(counterView.value)) {
        const answer = await clerk.order(command)
        if (!answer.ok) throw new Error(answer.error.message)
        number = (answer.result as { ticket: { number: string } | null }).ticket?.number ?? number
      }
      return say('called', { counter: place.counter, number })
    }),
    paper: (fault) =>
      said(async () => {
        await post(`/demo/printer/${shown.printer}`, anything, { fault })
        return fault === null
          ? say('paperBack', { terminal: place.terminal })
          : say('paperGone', { terminal: place.terminal })
      })(),
    crowd: said(async () => {
      const { taken } = await post('/demo/crowd', withFields<{ taken: number }>('taken'), { people: 30 })
      return say('crowdCame', { people: taken })
    }),
  }
}
