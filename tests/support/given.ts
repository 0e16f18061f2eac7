import type { Ticket } from '../../gateway/domain/line/ticket.ts'
import { expect } from 'vitest'
import { type Command, type Report, command as commandSchema, report } from '../../gateway/contract/commands.ts'
import type { RefusalCode } from '../../gateway/contract/refusals.ts'
import { keepHours } from '../../gateway/domain/appointments/keep-hours.ts'
import { keepDay } from '../../gateway/domain/line/keep-day.ts'
import { decide, turnDay } from '../../gateway/domain/decide.ts'
import type { LoggedEvent, OfficeEvent } from '../../gateway/domain/events.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { remindGrievances } from '../../gateway/domain/grievances/remind.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { type OfficeState, emptyOffice } from '../../gateway/domain/office-state.ts'
import { tinyHallModel } from './tiny-hall.ts'

type Loose<T> = T extends { type: infer K } ? { type: K } & Partial<Omit<T, 'type'>> : never
export type LooseCommand = Loose<Command> | Report

export interface Story {
  state: OfficeState
  events: LoggedEvent[]
  /** Moves the clock on by minutes. */
  later(minutes: number): Story
  onDay(day: string, minute?: number, weekday?: number): Story
  when(command: LooseCommand, actor?: string): Story
  refused(code: RefusalCode): Story
  accepted(...types: OfficeEvent['type'][]): Story
  /** The ticket with this number today. */
  ticket(number: string): Ticket
}

/** Given–when–then over the pure domain; time and ids are counted by hand. */
export function given(hallModel: HallModel = tinyHallModel()): Story {
  const state = emptyOffice()
  const events: LoggedEvent[] = []
  let now = Date.UTC(2026, 2, 18, 2, 0)
  let moment = { day: '2026-03-18', minute: 600, weekday: 3 }
  let ids = 0
  let last: { code: RefusalCode | null; types: OfficeEvent['type'][] } = { code: null, types: [] }
  const record = (facts: OfficeEvent[], by = 'test'): void => {
    for (const fact of facts) {
      const event = { ...fact, seq: state.seq + 1, at: now, actor: by, commandId: null }
      evolve(state, event)
      events.push(structuredClone(event))
    }
  }
  const story: Story = {
    state,
    events,
    later(minutes) {
      now += minutes * 60_000
      return story
    },
    onDay(day, minute = 600, weekday = 3) {
      moment = { day, minute, weekday }
      return story
    },
    when(loose, actor = 'test') {
      const reported = report.safeParse(loose)
      const command = reported.success ? reported.data : commandSchema.parse(loose)
      record(keepHours(hallModel, state, now))
      record(turnDay(state, moment.day))
      record(keepDay(hallModel, state, moment))
      record(remindGrievances(state.grievances, moment.day))
      now += 1
      const decision = decide(hallModel, state, command, actor, { ...moment, now, newId: () => `id${++ids}` })
      last = decision.ok
        ? { code: null, types: decision.events.map(({ type }) => type) }
        : { code: decision.code, types: [] }
      if (decision.ok) record(decision.events, actor)
      return story
    },
    refused(code) {
      expect(last.code).toBe(code)
      return story
    },
    accepted(...types) {
      expect(last).toEqual({ code: null, types })
      return story
    },
    ticket(number) {
      const found = [...state.line.tickets.values()].find((ticket) => ticket.number === number)
      if (!found) throw new Error(`no ticket ${number}`)
      return found
    },
  }
  return story
}
