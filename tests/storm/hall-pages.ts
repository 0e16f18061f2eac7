import { type StormAgent, openAgent } from './devices/storm-agent.ts'
import { type StormPage, openPage } from './page.ts'
import { workAtCounter } from './people/clerk.ts'
import { listenToWall } from './people/wall.ts'
import type { Line } from './pipe.ts'
import type { Happening } from './plan.ts'
import { LENT_PLUGGED, LENT_PRINTER, QUEUES } from './storm-hall.ts'
import type { Storm } from './storm.ts'

export const AGENT = 'agent K2'

/** The pages that stand in the hall, by name, and the program on the computer of K2: opened, lost, and come again. */
export function openHallPages(storm: Storm) {
  const { world, witness, computer, pages, agents, lines, plan } = storm
  const fate = world.begin('pages')
  const later = (ms: number, work: () => void): void => void world.post(ms, work, fate)
  const lineOf = (name: string): Line => {
    const chance = `line ${name}`
    const base = 1 + world.draw(chance) * 20
    const line = lines.get(name) ?? { stalledUntil: 0, delay: () => base + world.draw(chance) * base }
    lines.set(name, line)
    return line
  }

  function openHallPage(name: string, kept?: Map<string, string>): void {
    const [kind, id = ''] = name.split(' ')
    const line = lineOf(name)
    const begun =
      (also: (page: StormPage) => void) =>
      (page: StormPage): void => {
        pages.set(name, page)
        also(page)
      }
    const open = (
      role: Parameters<typeof openPage>[2]['role'],
      of: string | null,
      topics: string[],
      also: (page: StormPage) => void = () => {},
    ) =>
      openPage(
        world,
        computer.door,
        { name, role, id: of, token: role === 'public' ? null : name.replace(' ', '-'), topics, line },
        begun(also),
        kept,
      )
    if (kind === 'counter') return open('clerk', id, [`counter:${id}`, 'figures'])
    if (kind === 'desk') return open('supervisor', null, ['desk', 'tickets', 'lines', 'queues', 'devices', 'figures'])
    if (kind === 'L1') return open('display', 'L1', ['screen:L1', 'queues'], (page) => listenToWall(page, witness))
    if (kind === 'boss') return open('supervisor', null, ['ratings', 'manage', 'counters', 'audit'])
    if (kind === 'tablet') return open('rating', id, [`rating:${id}`])
    if (kind === 'S1') return open('public', null, ['strip:1', 'panel:P1'])
    return open('terminal', name, [`terminal:${name}`, `signals:${name}`, 'queues'])
  }
  /** Whoever works at a counter goes on there when its page comes again. */
  const clerks = new Map<string, Extract<Happening, { kind: 'clerk' }>>()
  function seat(name: string): void {
    const clerk = clerks.get(name)
    const page = pages.get(name)
    if (!clerk || !page) return
    const wish = { ...clerk, queues: QUEUES, isOver: () => storm.isOver }
    page.within(() => void workAtCounter(world, page, witness, wish))
  }
  function comeAgain(name: string, kept: Map<string, string>): void {
    openHallPage(name, kept)
    later(1, () => seat(name))
  }
  function openHallAgent(): void {
    lineOf(AGENT)
    agents.set(AGENT, openAgent(world, { terminal: 'K2', lends: [LENT_PRINTER], plugged: LENT_PLUGGED }))
  }
  /** An agent that ends, or whose computer loses power, and comes again. */
  function loseAgent(agent: StormAgent, how: 'closed' | 'gone', ms: number): void {
    agent.leave(how)
    agents.delete(AGENT)
    later(ms, openHallAgent)
  }
  return {
    open(): void {
      for (const name of ['K1', 'K2', 'desk', 'L1', 'S1', 'boss', 'tablet 1']) openHallPage(name)
      for (let nth = 1; nth <= plan.hall.counters; nth += 1) openHallPage(`counter ${nth}`)
      openHallAgent()
    },
    work(clerk: Extract<Happening, { kind: 'clerk' }>): void {
      clerks.set(`counter ${clerk.counterId}`, clerk)
      seat(`counter ${clerk.counterId}`)
    },
    /** Somebody leaves it, or its computer loses power (then it has forgotten all), and it comes again after so many ms. */
    lose(name: string, how: 'closed' | 'gone', ms: number): void {
      const agent = agents.get(name)
      if (agent) return loseAgent(agent, how, ms)
      const page = pages.get(name)
      if (!page) return
      pages.delete(name)
      page.leave(how)
      if (how === 'gone') witness.forget(name)
      later(ms, () => comeAgain(name, how === 'gone' ? new Map() : page.storage))
    },
    openPhone(token: string, ms: number): void {
      const name = `phone ${token}`
      const wish = { name, role: 'public', id: null, token: null, line: lineOf(name) } as const
      openPage(world, computer.door, { ...wish, topics: [`track:${token}`] }, (page) => {
        pages.set(name, page)
        later(ms, () => {
          pages.delete(name)
          page.leave('gone')
        })
      })
    },
  }
}
