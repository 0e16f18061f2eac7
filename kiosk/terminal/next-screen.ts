import { type StateMachine, assign, createMachine } from '@xstate/fsm'
import { type Press, type ScreenName, type Visit, nobody } from './visit.ts'

export type Where = StateMachine.State<Visit, Press, { value: ScreenName; context: Visit }>

type Change = (visit: Visit, press: Press) => Partial<Visit>
type Move = {
  target: ScreenName
  cond?: (visit: Visit) => boolean
  actions: StateMachine.AssignActionObject<Visit, Press>
}
const move = (target: ScreenName, change: Change): Move => ({
  target,
  actions: assign<Visit, Press>((visit, press) => ({ ...visit, ...change(visit, press) })),
})

const leave: Move = { target: 'home', actions: assign<Visit, Press>(() => nobody) }
const everywhere: ScreenName[] = [
  'search',
  'queues',
  'departments',
  'themes',
  'matters',
  'flows',
  'flow',
  'matter',
  'ticket',
]
/** To the screen that the visitor came from; home wipes, since there the next visitor stands. */
const back: Move[] = [
  ...everywhere.map((target) => ({
    ...move(target, ({ trail }) => ({ trail: trail.slice(0, -1) })),
    cond: ({ trail }: Visit) => trail.at(-1) === target,
  })),
  leave,
]
/** Nothing said about one matter holds for another. */
const fresh = { brought: [], answers: {} }
const forward = {
  search: () => ({}),
  queues: () => ({}),
  checkin: () => ({}),
  departments: () => ({}),
  themes: () => ({}),
  flows: () => ({}),
  // Whoever asks for a counter or a place does not ask for the matter that was looked at before.
  plan: (_: Visit, press: Press) =>
    press.type === 'plan' && press.goal ? { planGoal: press.goal, matterId: null } : { planGoal: null },
  progress: () => ({}),
  notices: () => ({}),
  details: () => ({}),
  'take-away': () => ({}),
  list: (visit: Visit, press: Press) => ({ list: press.type === 'list' ? press.list : visit.list }),
  flow: (visit: Visit, press: Press) => ({
    flowId: press.type === 'flow' ? press.id : visit.flowId,
    matterId: null,
    ...fresh,
  }),
  matter: (visit: Visit, press: Press) => ({ matterId: press.type === 'matter' ? press.id : visit.matterId, ...fresh }),
  taken: (visit: Visit, press: Press) => ({ ticket: press.type === 'taken' ? press.ticket : visit.ticket }),
} satisfies Record<string, Change>
type Forward = keyof typeof forward
const targetOf: Record<Forward, ScreenName> = {
  checkin: 'checkin',
  search: 'search',
  queues: 'queues',
  departments: 'departments',
  themes: 'themes',
  flows: 'flows',
  plan: 'plan',
  progress: 'progress',
  notices: 'notices',
  details: 'details',
  'take-away': 'take-away',
  list: 'matters',
  flow: 'flow',
  matter: 'matter',
  taken: 'ticket',
}

/** The ways on from `here`; each remembers `here` for the way back. */
const onwards = (here: ScreenName, ...names: Forward[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      move(targetOf[name], (visit, press) => ({
        trail: here === 'home' ? [] : [...visit.trail, here],
        ...forward[name](visit, press),
      })),
    ]),
  )
/** What changes on a screen that stays. */
const stays = (here: ScreenName, change: Change): Move => move(here, change)

const tick: Change = ({ brought }, press) =>
  press.type !== 'tick'
    ? {}
    : {
        brought: brought.includes(press.name)
          ? brought.filter((name) => name !== press.name)
          : [...brought, press.name],
      }
const answer: Change = ({ answers }, press) => {
  if (press.type !== 'answer') return {}
  const { [press.question]: _, ...others } = answers
  return { answers: press.answer === null ? others : { ...others, [press.question]: press.answer } }
}
/** Whoever scans something stands there with a wish of their own: it leads on from every screen, and what was there before goes. */
const scans = {
  'scan-ticket': move('ticket', (_, press) => ({
    ...nobody,
    ticket: press.type === 'scan-ticket' ? press.ticket : null,
    scanned: press.type === 'scan-ticket' && !press.isNew,
  })),
  'scan-receipt': move('progress', (_, press) => ({
    ...nobody,
    receipt: press.type === 'scan-receipt' ? press.receipt : '',
  })),
  'scan-matter': move('matter', (_, press) => ({
    ...nobody,
    matterId: press.type === 'scan-matter' ? press.id : null,
  })),
}

/** On every screen: a scan, and the wheelchair of the dock. */
const always = (here: ScreenName) => ({
  ...scans,
  'step-free': stays(here, (visit) => ({ stepFree: !visit.stepFree })),
})

/** Where a citizen is. A press that means nothing here changes nothing: a second tap on 取号 takes no second number. */
export const terminalMachine = createMachine<Visit, Press, { value: ScreenName; context: Visit }>({
  id: 'terminal',
  initial: 'home',
  context: nobody,
  states: {
    home: {
      on: {
        ...always('home'),
        ...onwards(
          'home',
          'search',
          'queues',
          'checkin',
          'departments',
          'themes',
          'flows',
          'plan',
          'progress',
          'notices',
          'matter',
          'list',
        ),
        leave,
      },
    },
    search: {
      on: {
        ...always('search'),
        typed: stays('search', (visit, press) => ({ query: press.type === 'typed' ? press.query : visit.query })),
        ...onwards('search', 'departments', 'themes', 'flows', 'matter', 'list', 'plan'),
        back,
        leave,
      },
    },
    queues: { on: { ...always('queues'), ...onwards('queues', 'taken', 'departments', 'checkin'), back, leave } },
    checkin: { on: { ...always('checkin'), ...onwards('checkin', 'taken'), back, leave } },
    departments: { on: { ...always('departments'), ...onwards('departments', 'list', 'search'), back, leave } },
    themes: { on: { ...always('themes'), ...onwards('themes', 'list'), back, leave } },
    matters: { on: { ...always('matters'), ...onwards('matters', 'matter'), back, leave } },
    flows: { on: { ...always('flows'), ...onwards('flows', 'flow'), back, leave } },
    flow: {
      on: {
        ...always('flow'),
        tick: stays('flow', tick),
        ...onwards('flow', 'matter', 'taken', 'take-away'),
        back,
        leave,
      },
    },
    matter: {
      on: {
        ...always('matter'),
        tick: stays('matter', tick),
        answer: stays('matter', answer),
        ...onwards('matter', 'taken', 'details', 'take-away', 'plan'),
        back,
        leave,
      },
    },
    details: { on: { ...always('details'), back, leave } },
    'take-away': { on: { ...always('take-away'), back, leave } },
    plan: { on: { ...always('plan'), back, leave } },
    progress: { on: { ...always('progress'), back, leave } },
    notices: { on: { ...always('notices'), back, leave } },
    ticket: { on: { ...always('ticket'), leave, back: leave } },
  },
})

export const nextScreen = (where: Where, press: Press): Where => terminalMachine.transition(where, press) as Where
