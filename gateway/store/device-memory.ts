import type { DatabaseSync } from 'node:sqlite'
import { type RememberedDevice, rememberedDevice } from '../contract/device-view.ts'

export interface DeviceMemory {
  /** By device id. A row that cannot be read any more is as good as none. */
  load(): Map<string, RememberedDevice>
  /** All devices of the hall in one commit; whoever is not among them is forgotten. */
  save(devices: ReadonlyMap<string, RememberedDevice>): void
}

/** What the health board knew, one row for each device, so that it does not begin anew with each start. Bounded by the hall. */
export function deviceMemory(database: DatabaseSync): DeviceMemory {
  database.exec(
    'CREATE TABLE IF NOT EXISTS device_memory (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID',
  )
  const all = database.prepare('SELECT id, body FROM device_memory')
  const clear = database.prepare('DELETE FROM device_memory WHERE id = ?')
  const put = database.prepare(
    'INSERT INTO device_memory (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE body <> excluded.body',
  )
  const rows = (): { id: string; body: string }[] => all.all() as unknown as { id: string; body: string }[]
  return {
    load: () =>
      new Map(
        rows().flatMap(({ id, body }) => {
          const read = parse(body)
          return read === null ? [] : [[id, read] as const]
        }),
      ),
    save(devices) {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const { id } of rows()) if (!devices.has(id)) clear.run(id)
        for (const [id, device] of devices) put.run(id, JSON.stringify(device))
        database.exec('COMMIT')
      } catch (broken) {
        database.exec('ROLLBACK')
        throw broken
      }
    },
  }
}

function parse(body: string): RememberedDevice | null {
  try {
    return rememberedDevice.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
