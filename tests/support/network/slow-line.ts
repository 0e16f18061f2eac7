import { type Socket, connect, createServer } from 'node:net'
import { type LineHabits, calmLine, nextRetry, wayOf } from './line-habits.ts'
import { chanceOf } from '../../../gateway/domain/simulation/chance.ts'

export interface SlowLine {
  /** Where the page knocks instead of at the gateway. */
  readonly url: string
  /** Changes the line from now on; connections stay. */
  become(habits: Partial<LineHabits>): void
  /** Whatever stands is reset, as by a switch that was started anew. */
  reset(): void
  /** Connections that stand on both sides. */
  count(): number
  close(): Promise<void>
}

interface Pair {
  look(): void
  destroy(): void
}
/** More than this is not read ahead: a sender notices a full line. */
const MOST_BUFFERED = 256 * 1024

/**
 * A line in userland between page and gateway, over real TCP. In a cut the bytes of a connection that stood are held and come later, at the moment
 * at which TCP would try again; one that was only being made is never heard of when its page has given it up.
 */
export async function openSlowLine(target: string, habits: Partial<LineHabits> = {}, seed = 1): Promise<SlowLine> {
  const { hostname, port } = new URL(target)
  const chance = chanceOf(seed).share
  let line: LineHabits = { ...calmLine, ...habits }
  const pairs = new Set<Pair>()
  const knocked = new Set<Socket>()
  const freeAt = { up: 0, down: 0 }

  /** Carries one direction of one connection, in order. */
  function carry(from: Socket, to: Socket, way: 'up' | 'down'): { look(): void; put(bytes: Buffer | 'end'): void } {
    const waiting: { bytes: Buffer | 'end'; dueAt: number }[] = []
    let buffered = 0
    let lastDue = 0
    let heldSince: number | null = line[way] === 'held' ? performance.now() : null
    let timer: NodeJS.Timeout | null = null
    const put = (bytes: Buffer | 'end'): void => {
      const now = performance.now()
      const size = bytes === 'end' ? 40 : bytes.length
      const sent = line.bitsPerSecond === null ? now : Math.max(now, freeAt[way]) + (size * 8_000) / line.bitsPerSecond
      freeAt[way] = sent
      lastDue = Math.max(lastDue, sent + wayOf(size, line, chance))
      waiting.push({ bytes, dueAt: lastDue })
      buffered += size
      if (buffered > MOST_BUFFERED) from.pause()
      wake()
    }
    function wake(): void {
      if (timer !== null || waiting.length === 0 || heldSince !== null) return
      timer = setTimeout(deliver, Math.max(0, (waiting[0]?.dueAt ?? 0) - performance.now()))
    }
    function deliver(): void {
      timer = null
      while (heldSince === null && waiting[0] && waiting[0].dueAt <= performance.now()) {
        const { bytes } = waiting.shift() ?? { bytes: 'end' as const }
        if (bytes === 'end') to.end()
        else {
          buffered -= bytes.length
          to.write(bytes)
        }
      }
      if (buffered < MOST_BUFFERED) from.resume()
      wake()
    }
    from.on('data', put)
    from.on('end', () => put('end'))
    return {
      put,
      look() {
        const now = performance.now()
        if (line[way] === 'held') {
          heldSince ??= now
          return
        }
        if (heldSince === null) return
        const again = heldSince + nextRetry(now - heldSince)
        heldSince = null
        for (const one of waiting) one.dueAt = Math.max(one.dueAt, again)
        lastDue = Math.max(lastDue, waiting.length > 0 ? again : 0)
        if (timer !== null) clearTimeout(timer)
        timer = null
        wake()
      },
    }
  }

  const server = createServer({ allowHalfOpen: true }, (page) => {
    page.on('error', () => {})
    knocked.add(page)
    page.once('close', () => knocked.delete(page))
    const standsNow = (): boolean => line.up === 'flows' && line.down === 'flows'
    function stand(early: readonly Buffer[]): void {
      const gateway = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
      gateway.on('error', () => page.resetAndDestroy())
      const up = carry(page, gateway, 'up')
      const down = carry(gateway, page, 'down')
      for (const bytes of early) up.put(bytes)
      const pair: Pair = {
        look() {
          up.look()
          down.look()
        },
        destroy() {
          page.resetAndDestroy()
          gateway.resetAndDestroy()
        },
      }
      pairs.add(pair)
      gateway.once('close', () => pairs.delete(pair))
      // A reset that is sent into a cut is lost; the gateway never hears that its page is gone.
      page.once('close', (broken) => broken && line.up === 'flows' && gateway.resetAndDestroy())
    }
    if (standsNow()) return stand([])
    // No answer to its SYN: it stands when the line is there again, at TCP's next try, if its page still wants it then.
    const since = performance.now()
    const early: Buffer[] = []
    const keep = (bytes: Buffer): void => void early.push(bytes)
    page.on('data', keep)
    const giveUp = (): void => void page.destroy()
    page.once('end', giveUp)
    const knocking: Pair = {
      look() {
        if (!standsNow()) return
        pairs.delete(knocking)
        const wait = since + nextRetry(performance.now() - since) - performance.now()
        setTimeout(
          () => {
            page.off('data', keep)
            page.off('end', giveUp)
            if (!page.destroyed) stand(early)
          },
          Math.max(0, wait),
        )
      },
      destroy: () => void page.resetAndDestroy(),
    }
    pairs.add(knocking)
    page.once('close', () => pairs.delete(knocking))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const own = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${own}`,
    become(change) {
      line = { ...line, ...change }
      for (const pair of [...pairs]) pair.look()
    },
    reset() {
      for (const pair of [...pairs]) pair.destroy()
    },
    count: () => pairs.size,
    async close() {
      for (const pair of [...pairs]) pair.destroy()
      // Also who keeps a connection whose other side has gone.
      for (const page of knocked) page.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
