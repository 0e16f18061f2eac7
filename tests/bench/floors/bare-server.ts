import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WebSocketServer } from 'ws'

/**
 * The least that such a server has to do: node:http, one durable commit for all that wait, and for `/call` a view of five thousand signs
 * to every socket. Prints its address.
 */
const database = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'floor-')), 'floor.db'))
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (seq INTEGER PRIMARY KEY, body TEXT)',
)
const insert = database.prepare('INSERT INTO events (body) VALUES (?)')
const waiting: { body: string; done: (seq: number) => void }[] = []
const filling = 'x'.repeat(5_000)
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => {
    body += String(part)
  })
  request.on('end', () => {
    const done = (seq: number): void => {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ seq }))
      if (request.url === '/call')
        for (const socket of sockets.clients) socket.send(JSON.stringify({ type: 'view', call: seq, filling }))
    }
    waiting.push({ body, done })
    if (waiting.length === 1) setImmediate(commit)
  })
})
function commit(): void {
  const all = waiting.splice(0)
  database.exec('BEGIN')
  const seqs = all.map(({ body }) => Number(insert.run(body).lastInsertRowid))
  database.exec('COMMIT')
  for (const [nth, { done }] of all.entries()) done(seqs[nth] ?? 0)
}
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) => socket.send('{"type":"welcome"}'))
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('disconnect', () => process.exit(0))
