import { askForHour, withCode } from './people/booked-visitor.ts'
import { guideOrder } from './people/guide.ts'
import { openHands } from './people/hands.ts'
import { hangNotice } from './people/notice-writer.ts'
import { takeNumber } from './people/visitor.ts'
import { AGENT, openHallPages } from './hall-pages.ts'
import type { Happening } from './plan.ts'
import { cutLineOf } from './seams/storm-ws.ts'
import { PRINTERS, QUEUES } from './storm-hall.ts'
import type { Storm } from './storm.ts'

const RELOAD_MS = 800

/** Lets the happenings of a plan come true. */
export function openActs(storm: Storm) {
  const { world, witness, computer, printers, cards, pages, agents, lines, disk, plan } = storm
  const fate = world.begin('fate')
  const later = (ms: number, work: () => void): void => void world.post(ms, work, fate)
  const hands = openHands(storm, AGENT)
  const hallPages = openHallPages(storm)

  function comeBooked({ terminalId, isScanned }: Extract<Happening, { kind: 'booked' }>, code: string): void {
    if (isScanned) return hands.hold(terminalId, code)
    const page = pages.get(terminalId)
    page?.within(() => void witness.order(page, terminalId, withCode(terminalId, code)))
  }
  /** Of the papers and codes that people have by now. */
  function codeToHold(what: Extract<Happening, { kind: 'scan' }>['what'], chance: number): string | null {
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance * list.length)]
    if (what === 'nonsense') return `X${Math.floor(chance * 1e9)}`
    if (what === 'appointment') return pick(witness.bookedCodes) ?? null
    const held = pick([...witness.papers.filter(({ token }) => token !== ''), ...witness.remoteTaken])
    return held ? `http://hall.test/t/${held.token}` : null
  }

  function act(one: Happening): void {
    switch (one.kind) {
      case 'clerk':
        return hallPages.work(one)
      case 'visitor': {
        const page = pages.get(one.terminalId)
        if (!page) return
        return page.within(() => {
          void takeNumber(world, page, witness, one).then((token) => {
            if (token !== null && one.phoneMs > 0) later(3_000, () => hallPages.openPhone(token, one.phoneMs))
          })
        })
      }
      case 'guide': {
        const page = pages.get('desk')
        if (!page) return
        return page.within(() => {
          const order = guideOrder(page, one.deed, one.chance, {
            queues: QUEUES,
            printers: PRINTERS,
            counters: plan.hall.counters,
            witness,
          })
          if (order) void witness.order(page, 'desk', order)
        })
      }
      case 'notice': {
        const page = pages.get('desk')
        if (!page) return
        return page.within(() => void hangNotice(page, witness, `公告 ${one.at}`, one.hangsMs))
      }
      case 'pad':
        return hands.press(one.padId, one.button)
      case 'unplug':
        return hands.unplug(one.id, one.ms)
      case 'scan': {
        const code = codeToHold(one.what, one.chance)
        return code === null ? undefined : hands.hold(one.terminalId, code)
      }
      case 'booked': {
        const desk = pages.get('desk')
        return desk?.within(() => {
          void askForHour(desk, witness, one.queueId, one.ahead).then((booked) => {
            if (booked) later(Math.max(1_000, booked.inMs + one.lateMs), () => comeBooked(one, booked.code))
          })
        })
      }
      case 'stall': {
        const line = lines.get(one.line)
        if (line) line.stalledUntil = Math.max(line.stalledUntil, world.now() + one.ms)
        return
      }
      case 'cut': {
        const agent = agents.get(one.page)
        if (agent) world.post(0, () => cutLineOf(agent.process), agent.process)
        return pages.get(one.page)?.cut()
      }
      case 'reload':
        return hallPages.lose(one.page, 'closed', RELOAD_MS)
      case 'gone':
        return hallPages.lose(one.page, 'gone', one.ms)
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
      hallPages.open()
      for (const one of plan.happenings) later(one.at, () => act(one))
    },
  }
}
