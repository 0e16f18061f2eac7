import type { Recorded } from './recorded.ts'
import { type RowsTopic, rowsTopics, viewOfTopic } from './topics.ts'

export interface Listener {
  send(text: string): void
}

/** One topic with those who hear it, and what they hold. */
export interface Room {
  readonly listeners: Set<Listener>
  /** What all of them hold, told in one message. */
  whole(seq: number): string
  /** What has changed since they were last told; null = nothing. `part`: a row that may have changed; null = the view or the list of rows. */
  news(seq: number, parts: ReadonlySet<string | null>): string | null
  /** The text of the view, or of all rows, as listeners hold it. */
  held(): string
  close(): void
}

const head = (type: 'view' | 'rows', topic: string, seq: number): string =>
  `{"type":"${type}","topic":${JSON.stringify(topic)},"seq":${seq}`

const PREFIX = 'topic '
/** The name under which a view, a row (`TOPIC/ID`) or a list of rows (`TOPIC/`) is recorded: no key is called so. */
const nodeOf = (part: string): string => `${PREFIX}${part}`

/** Which topic a recorded name is of, and which of its rows (null = its view, or the list of its rows); null = of none. */
export function partOf(name: string): { topic: string; row: string | null } | null {
  if (!name.startsWith(PREFIX)) return null
  const part = name.slice(PREFIX.length)
  const slash = part.indexOf('/')
  if (slash < 0) return { topic: part, row: null }
  return { topic: part.slice(0, slash), row: slash === part.length - 1 ? null : part.slice(slash + 1) }
}

export function openRoom(recorded: Recorded, topic: string): Room {
  const rows = rowsTopics.get(topic)
  return rows ? rowsRoom(recorded, topic, rows) : viewRoom(recorded, topic)
}

function viewRoom(recorded: Recorded, topic: string): Room {
  const text = (): string =>
    recorded.get(nodeOf(topic), (reading) => JSON.stringify(viewOfTopic(reading, topic)) ?? 'null')
  const message = (seq: number, view: string): string => `${head('view', topic, seq)},"view":${view}}`
  let sent = text()
  return {
    listeners: new Set(),
    whole: (seq) => message(seq, sent),
    news(seq) {
      const now = text()
      if (now === sent) return null
      sent = now
      return message(seq, now)
    },
    held: () => sent,
    close: () => recorded.drop(nodeOf(topic)),
  }
}

function rowsRoom(recorded: Recorded, topic: string, { ids, row }: RowsTopic): Room {
  const sent = new Map<string, string>()
  const list = (): readonly string[] => recorded.get(nodeOf(`${topic}/`), ids)
  const text = (id: string): string =>
    recorded.get(nodeOf(`${topic}/${id}`), (reading) => JSON.stringify(row(reading, id)) ?? 'null')
  const message = (seq: number, all: boolean, rows: Iterable<readonly [string, string]>, gone: readonly string[]) => {
    const pairs = [...rows].map(([id, one]) => `[${JSON.stringify(id)},${one}]`).join()
    return `${head('rows', topic, seq)},"all":${all},"rows":[${pairs}],"gone":${JSON.stringify(gone)}}`
  }
  const drop = (id: string): void => {
    sent.delete(id)
    recorded.drop(nodeOf(`${topic}/${id}`))
  }
  for (const id of list()) sent.set(id, text(id))
  return {
    listeners: new Set(),
    whole: (seq) => message(seq, true, sent, []),
    news(seq, parts) {
      const changed = new Map<string, string>()
      const look = (id: string): void => {
        const now = text(id)
        if (sent.get(id) === now) return
        sent.set(id, now)
        changed.set(id, now)
      }
      let gone: string[] = []
      if (parts.has(null)) {
        const here = new Set(list())
        gone = [...sent.keys()].filter((id) => !here.has(id))
        for (const id of gone) drop(id)
        for (const id of here) if (!sent.has(id)) look(id)
      }
      for (const id of parts) if (id !== null && sent.has(id)) look(id)
      return changed.size === 0 && gone.length === 0 ? null : message(seq, false, changed, gone)
    },
    held: () => rowsText(sent),
    close() {
      for (const id of sent.keys()) recorded.drop(nodeOf(`${topic}/${id}`))
      recorded.drop(nodeOf(`${topic}/`))
    },
  }
}

/** Rows by id, whatever order they came in. */
export const rowsText = (rows: Iterable<readonly [string, string]>): string =>
  `{${[...rows]
    .map(([id, one]) => `${JSON.stringify(id)}:${one}`)
    .sort()
    .join()}}`
