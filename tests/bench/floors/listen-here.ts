import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** On a free port, which is printed; until the one who started it is gone. */
export function listenHere(server: Server): void {
  server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  process.on('disconnect', () => process.exit(0))
}
