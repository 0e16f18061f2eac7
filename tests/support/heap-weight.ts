import type { CDPSession } from 'playwright-core'

/** Megabytes. `own`: what the page's programs hold. `code`: what the browser compiled of them, which grows as it finds out what is worth it. `native`: what the browser holds for the page. */
export interface HeapWeight {
  own: number
  code: number
  native: number
}
interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } }
  nodes: number[]
}

/** Weighs a page by a heap snapshot, which collects garbage first. */
export async function heapWeight(session: CDPSession): Promise<HeapWeight> {
  const chunks: string[] = []
  const take = ({ chunk }: { chunk: string }): void => void chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', take)
  await session.send('HeapProfiler.takeHeapSnapshot', {})
  session.off('HeapProfiler.addHeapSnapshotChunk', take)
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  const weight = { own: 0, code: 0, native: 0 }
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type] ?? 0]
    weight[kind === 'code' || kind === 'native' ? kind : 'own'] += (nodes[at + size] ?? 0) / 1_000_000
  }
  return weight
}
