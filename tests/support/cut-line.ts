import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

/** A TCP line in the hands of a test. */
export interface CutLine {
  /** Host and port to connect to instead of the other end. */
  readonly at: string
  /** As when a cable is pulled: nobody is told, and nothing arrives. */
  cut(): void
  /** What was sent meanwhile arrives late, as the network brings it after a cut. */
  mend(): void
  close(): Promise<void>
}

/** Passes on all that is sent, until it is cut. */
export async function cutLine(port: number): Promise<CutLine> {
  const ends = new Set<Socket>()
  let isCut = false
  const join = (socket: Socket, other: Socket): void => {
    ends.add(socket)
    socket.on('data', (bytes) => void other.write(bytes))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      ends.delete(socket)
      other.destroy()
    })
    if (isCut) socket.pause()
  }
  const server = createServer((socket) => {
    const other = connect(port, '127.0.0.1')
    join(socket, other)
    join(other, socket)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    at: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      for (const socket of ends) socket.pause()
    },
    mend() {
      isCut = false
      for (const socket of ends) socket.resume()
    },
    close: () =>
      new Promise((done) => {
        for (const socket of ends) socket.destroy()
        server.close(() => done())
      }),
  }
}
