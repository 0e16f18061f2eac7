import { connect, type HallConnection } from '../../gateway/client/connect.ts'
import type { PageRole } from '../../gateway/client/access.ts'
import { type Door, type PageEnd, dial } from './page-line.ts'
import type { Line } from './pipe.ts'
import type { Process, World } from './world.ts'

export interface StormPage {
  readonly name: string
  readonly process: Process
  readonly hall: HallConnection
  readonly line: Line
  readonly topics: readonly string[]
  /** What a browser keeps over a reload. */
  readonly storage: Map<string, string>
  /** Loads anew: another process, the same storage and line. */
  reload(begun: (page: StormPage) => void): void
  /** Somebody closes it, or its computer loses power. */
  leave(how: 'closed' | 'gone'): void
  /** Its connection dies under it, and the gateway hears nothing of it. */
  cut(): void
  /** Its connection stands and nothing is under way: it holds what the gateway has told. */
  isAtRest(): boolean
  /** Runs in the page. */
  within(work: () => void): void
}

export interface PageWish {
  name: string
  role: PageRole
  id: string | null
  token: string | null
  topics: string[]
  line: Line
}

const pages = new Map<Process, { storage: Map<string, string>; door: Door; line: Line; ends: PageEnd[] }>()

/** What a page finds around it. One set for all of them: who asks is known by who runs. */
export function furnishPages(world: World): void {
  pages.clear()
  const storageOf = (): Map<string, string> => pages.get(world.current)?.storage ?? new Map()
  const storage = {
    getItem: (key: string) => storageOf().get(key) ?? null,
    setItem: (key: string, value: string) => void storageOf().set(key, value),
    removeItem: (key: string) => void storageOf().delete(key),
  }
  class StormSocket {
    static readonly OPEN = 1
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: string }) => void) | null = null
    onclose: ((event: { code: number }) => void) | null = null
    readonly end: PageEnd
    constructor() {
      const own = pages.get(world.current)
      if (!own) throw new Error(`no page: ${world.current.name}`)
      this.end = dial(world, own.door, own.line, world.current, {
        open: () => {
          this.readyState = 1
          this.onopen?.()
        },
        hear: (data) => this.onmessage?.({ data }),
        over: () => {
          this.readyState = 3
          this.onclose?.({ code: 1006 })
        },
      })
      own.ends = [...own.ends.slice(-3), this.end]
    }
    send(text: string): void {
      world.note(`${world.current.name} says ${text}`)
      this.end.send(text)
    }
    close(): void {
      this.readyState = 2
      this.end.close()
    }
  }
  const put = (name: string, value: unknown): void =>
    void Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  put('WebSocket', StormSocket)
  put('localStorage', storage)
  put('sessionStorage', storage)
  const origin = 'http://hall'
  const at = { protocol: 'http:', host: 'hall', hash: '', pathname: '/', search: '', origin, href: `${origin}/` }
  put('location', { ...at, reload: () => {} })
  // Over HTTP nobody answers here: a page goes on with the token that it keeps.
  put('fetch', () => Promise.reject(new TypeError('HTTP is not in the storm')))
  put('navigator', { onLine: true })
}

/** Opens a page of the hall: the product's own `connect`, in a process of its own. `begun` runs in it. */
export function openPage(
  world: World,
  door: Door,
  wish: PageWish,
  begun: (page: StormPage) => void,
  kept?: Map<string, string>,
): void {
  const { name, role, id, token, topics, line } = wish
  const process = world.begin(name)
  const storage = kept ?? new Map<string, string>()
  if (token !== null) storage.set(`tingshi:token:${role}:${id ?? ''}`, token)
  const own = { storage, door, line, ends: [] as PageEnd[] }
  pages.set(process, own)
  const leave = (how: 'closed' | 'gone'): void => {
    if (!process.isAlive) return
    if (how === 'closed') hallOf.at(0)?.close()
    else for (const end of own.ends) end.vanish()
    world.kill(process)
    pages.delete(process)
  }
  const hallOf: HallConnection[] = []
  world.post(
    0,
    () => {
      const hall = connect({ role, id, topics })
      hallOf.push(hall)
      const page: StormPage = {
        name,
        process,
        hall,
        line,
        topics,
        storage,
        leave: (how) => void world.post(0, () => leave(how), process),
        cut: () => void world.post(0, () => own.ends.at(-1)?.cut(), process),
        reload: (again) =>
          void world.post(
            0,
            () => {
              leave('closed')
              openPage(world, door, wish, again, storage)
            },
            process,
          ),
        isAtRest: () => hall.online.value && (own.ends.at(-1)?.isAtRest() ?? false),
        within: (work) => void world.post(0, work, process),
      }
      begun(page)
    },
    process,
  )
}
