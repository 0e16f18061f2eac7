import { listenToWall } from './people/wall.ts'
import { hangNotice } from './people/notice-writer.ts'
import { guideOrder } from './people/guide.ts'
import { workAtCounter } from './people/clerk.ts'
import { takeNumber } from './people/visitor.ts'
import { openAgent } from './devices/storm-agent.ts'
import { type StormPage, openPage } from './page.ts'
import type { Line } from './pipe.ts'
import type { Happening } from './plan.ts'
import { LENT_PRINTER, PRINTERS } from './storm-hall.ts'
import type { Storm } from './storm.ts'

/** Buttons of the pads as their reports, and a finger that goes up. */
const presses: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  PD1: { next: [1, 1], recall: [1, 2], missed: [1, 3], finish: [1, 4], pause: [1, 5] },
  PD3: { next: [1, 1], recall: [1, 2], missed: [1, 3], finish: [1, 4], pause: [1, 5] },
  PD2: { next: [0, 0, 0x58], recall: [0, 0, 0x57], missed: [0, 0, 0x56], finish: [0, 0, 0x62], pause: [0, 0, 0x63] },
}

/** Lets the happenings of a plan come true. */
export function openActs(storm: Storm, lines: Map<string, Line>) {
  const { world, witness, computer, printers, cards, pages, agents, disk, plan } = storm
  const { queues } = plan.hall.counters > 0 ? { queues: ['A', 'B', 'C'] } : { queues: [] }
  const world0 = world.begin('fate')
  const lineOf = (name: string): Line => {
    const base = 1 + world.draw(`line ${name}`) * 20
    const line = lines.get(name) ?? { stalledUntil: 0, delay: () => base + world.draw(`line ${name}`) * base }
    lines.set(name, line)
    return line
  }
  const later = (ms: number, work: () => void): void => void world.post(ms, work, world0)

  /** The pages that stand in the hall, by name. */
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
    if (kind === 'S1') return open('public', null, ['strip:1', 'panel:P1'])
    return open('terminal', name, [`terminal:${name}`, `signals:${name}`, 'queues'])
  }
  /** Whoever works at a counter goes on there when its page comes again. */
  const clerks = new Map<string, Extract<Happening, { kind: 'clerk' }>>()
  function seat(name: string): void {
    const clerk = clerks.get(name)
    const page = pages.get(name)
    if (!clerk || !page) return
    const wish = { ...clerk, queues, isOver: () => storm.isOver }
    page.within(() => void workAtCounter(world, page, witness, wish))
  }
  function comeAgain(name: string, kept: Map<string, string>): void {
    openHallPage(name, kept)
    later(1, () => seat(name))
  }
  function openPhone(token: string, ms: number): void {
    const name = `phone ${token}`
    const wish = {
      name,
      role: 'public',
      id: null,
      token: null,
      topics: [`track:${token}`],
      line: lineOf(name),
    } as const
    openPage(world, computer.door, { ...wish, topics: [...wish.topics] }, (page) => {
      pages.set(name, page)
      later(ms, () => {
        pages.delete(name)
        page.leave('gone')
      })
    })
  }

  const AGENT = 'agent K2'
  function openHallAgent(): void {
    lineOf(AGENT)
    agents.set(AGENT, openAgent(world, { terminal: 'K2', lends: [LENT_PRINTER], pads: ['PD3'] }))
  }
  /** An agent that ends, or whose computer loses power, and comes again. */
  function loseAgent(how: 'closed' | 'gone', ms: number): void {
    agents.get(AGENT)?.leave(how)
    agents.delete(AGENT)
    later(ms, openHallAgent)
  }

  function act(one: Happening): void {
    switch (one.kind) {
      case 'clerk':
        clerks.set(`counter ${one.counterId}`, one)
        return seat(`counter ${one.counterId}`)
      case 'visitor': {
        const page = pages.get(one.terminalId)
        if (!page) return
        return page.within(() => {
          void takeNumber(world, page, witness, one).then((token) => {
            if (token !== null && one.phoneMs > 0) later(3_000, () => openPhone(token, one.phoneMs))
          })
        })
      }
      case 'guide': {
        const page = pages.get('desk')
        if (!page) return
        return page.within(() => {
          const order = guideOrder(page, one.deed, one.chance, {
            queues,
            printers: PRINTERS,
            counters: plan.hall.counters,
          })
          if (order) void witness.order(page, 'desk', order)
        })
      }
      case 'notice': {
        const page = pages.get('desk')
        if (!page) return
        return page.within(() => void hangNotice(page, witness, `公告 ${one.at}`, one.hangsMs))
      }
      case 'pad': {
        const { life } = computer
        const report = presses[one.padId]?.[one.button]
        const lent = one.padId === 'PD3' ? agents.get(AGENT) : undefined
        const at = lent ?? (life && { process: life.process, hid: life.devices.simulated.hid })
        if (!at || !report) return
        const say = (bytes: readonly number[]): void =>
          void world.post(0, () => at.hid.say(one.padId, [Uint8Array.from(bytes)]), at.process)
        witness.press(one.padId)
        say(report)
        return later(80, () => say(report.map((byte, nth) => (one.padId !== 'PD2' && nth === 0 ? byte : 0))))
      }
      case 'stall': {
        const line = lines.get(one.line)
        if (line) line.stalledUntil = Math.max(line.stalledUntil, world.now() + one.ms)
        return
      }
      case 'reload': {
        if (agents.has(one.page)) return loseAgent('closed', 800)
        const page = pages.get(one.page)
        if (!page) return
        pages.delete(one.page)
        page.leave('closed')
        return later(800, () => comeAgain(one.page, page.storage))
      }
      case 'gone': {
        if (agents.has(one.page)) return loseAgent('gone', one.ms)
        const page = pages.get(one.page)
        if (!page) return
        pages.delete(one.page)
        page.leave('gone')
        witness.forget(one.page)
        return later(one.ms, () => comeAgain(one.page, new Map()))
      }
      case 'freeze': {
        const process =
          one.process === 'gateway'
            ? computer.life?.process
            : (pages.get(one.process) ?? agents.get(one.process))?.process
        if (process) process.frozenUntil = Math.max(process.frozenUntil, world.now() + one.ms)
        witness.frozenMs.set(one.process, (witness.frozenMs.get(one.process) ?? 0) + one.ms)
        return
      }
      case 'crash':
        return computer.crash(one.isPowerCut, one.downMs)
      case 'crash-at-write':
        return computer.crashAtNextWrite(one.point, one.isPowerCut, one.downMs)
      case 'restart':
        return computer.restart(one.downMs)
      case 'disk-full':
        disk.setFull(true)
        return later(one.ms, () => disk.setFull(false))
      case 'disk-lies':
        return disk.lieOnce()
      case 'clock-jump':
        return world.jump(one.ms)
      case 'printer':
        printers.get(one.id)?.set(one.fault, true)
        return later(one.ms, () => printers.get(one.id)?.set(one.fault, false))
      case 'printer-interrupted':
        printers.get(one.id)?.interrupt(one.bytes, one.how)
        return later(one.ms, () => printers.get(one.id)?.mend())
      case 'card':
        cards.get(one.id)?.set(one.fault, true)
        return later(one.ms, () => cards.get(one.id)?.set(one.fault, false))
      case 'card-restart':
        return cards.get(one.id)?.restart()
    }
  }
  return {
    begin(): void {
      for (const name of ['K1', 'K2', 'desk', 'L1', 'S1']) openHallPage(name)
      for (let nth = 1; nth <= plan.hall.counters; nth += 1) openHallPage(`counter ${nth}`)
      openHallAgent()
      for (const one of plan.happenings) later(one.at, () => act(one))
    },
    lineOf,
  }
}
