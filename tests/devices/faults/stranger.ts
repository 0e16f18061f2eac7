import { type Server, type Socket, createServer } from 'node:net'

/** Something on a device's port that answers, but as a web server does. */
export function stranger(): { listen(port: number): Promise<void>; leave(): Promise<void> } {
  const sockets = new Set<Socket>()
  let server: Server | null = null
  return {
    listen: (port) =>
      new Promise((done) => {
        server = createServer((socket) => {
          sockets.add(socket)
          socket.on('error', () => {}).on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))
        })
        server.listen(port, '127.0.0.1', done)
      }),
    async leave() {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
      await new Promise((done) => (server ? server.close(done) : done(null)))
    },
  }
}
