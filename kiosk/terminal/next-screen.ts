import { type StateMachine, assign, createMachine } from '@xstate/fsm'

export interface TakenTicket {
  ticketId: string
  number: string
  token: string
  queueId: string
}
/** Everything that one visitor has told the terminal. A new visitor starts from `nobody`. */
export interface Visit {
  query: string
  departmentId: string | null
  matterId: string | null
  ticket: TakenTicket | null
  /** Materials ticked as brought, by name. */
  brought: readonly string[]
  /** Where the matter was found, for the way back. */
  from: 'home' | 'search' | 'matters'
}
export type ScreenName = 'home' | 'search' | 'queues' | 'departments' | 'matters' | 'matter' | 'ticket'
export type Press =
  | { type: 'search' }
  | { type: 'queues' }
  | { type: 'departments' }
  | { type: 'typed'; query: string }
  | { type: 'department'; id: string }
  | { type: 'matter'; id: string }
  | { type: 'tick'; name: string }
  | { type: 'taken'; ticket: TakenTicket }
  | { type: 'back' }
  | { type: 'leave' }
export type Where = StateMachine.State<Visit, Press, { value: ScreenName; context: Visit }>

export const nobody: Visit = { query: '', departmentId: null, matterId: null, ticket: null, brought: [], from: 'home' }

const wiped = assign<Visit, Press>(() => nobody)
const found = (from: Visit['from']) =>
  assign<Visit, Press>((visit, press) => (press.type === 'matter' ? { ...visit, matterId: press.id, from, brought: [] } : visit))
const taken = {
  target: 'ticket' as const,
  actions: assign<Visit, Press>((visit, press) => (press.type === 'taken' ? { ...visit, ticket: press.ticket } : visit)),
}
const leave = { target: 'home' as const, actions: wiped }
const typed = assign<Visit, Press>((visit, press) => (press.type === 'typed' ? { ...visit, query: press.query } : visit))
const tick = assign<Visit, Press>((visit, press) => {
  if (press.type !== 'tick') return visit
  const brought = visit.brought.includes(press.name) ? visit.brought.filter((name) => name !== press.name) : [...visit.brought, press.name]
  return { ...visit, brought }
})

/** Where a citizen is. A press that means nothing here changes nothing: a second tap on 取号 takes no second number. */
export const terminalMachine = createMachine<Visit, Press, { value: ScreenName; context: Visit }>({
  id: 'terminal',
  initial: 'home',
  context: nobody,
  states: {
    home: { on: { search: 'search', queues: 'queues', departments: 'departments', matter: { target: 'matter', actions: found('home') }, leave } },
    search: {
      on: {
        typed: { target: 'search', actions: typed },
        departments: 'departments',
        matter: { target: 'matter', actions: found('search') },
        back: leave,
        leave,
      },
    },
    queues: { on: { taken, departments: 'departments', back: leave, leave } },
    departments: {
      on: {
        department: {
          target: 'matters',
          actions: assign<Visit, Press>((visit, press) => (press.type === 'department' ? { ...visit, departmentId: press.id } : visit)),
        },
        search: 'search',
        back: leave,
        leave,
      },
    },
    matters: { on: { matter: { target: 'matter', actions: found('matters') }, back: 'departments', leave } },
    matter: {
      on: {
        tick: { target: 'matter', actions: tick },
        taken,
        back: [{ target: 'search', cond: ({ from }) => from === 'search' }, { target: 'matters', cond: ({ from }) => from === 'matters' }, { target: 'home' }],
        leave,
      },
    },
    ticket: { on: { leave, back: leave } },
  },
})

export const nextScreen = (where: Where, press: Press): Where => terminalMachine.transition(where, press) as Where
