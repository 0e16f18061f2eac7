import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { groupCommit } from './group-commit.ts'
import { listenHere } from './listen-here.ts'

/**
 * The least that such a server has to do: node:http, one durable commit for all that wait, and for `/call?N` a view of N signs to every
 * socket. Prints its address.
 */
const write = groupCommit()
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => {
    body += String(part)
  })
  request.on('end', () => {
    write(body, (seq) => {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ seq }))
      const [path, signs = ''] = request.url?.split('?') ?? []
      if (path !== '/call') return
      const filling = 'x'.repeat(Number(signs))
      for (const socket of sockets.clients) socket.send(JSON.stringify({ type: 'view', call: seq, filling }))
    })
  })
})
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) => socket.send('{"type":"welcome"}'))
listenHere(server)
