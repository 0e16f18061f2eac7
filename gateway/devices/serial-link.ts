import type { SerialPort, SerialPortMock } from 'serialport'
import type { Link } from './link.ts'

/** A serial line, 8N1; null when it is not there or another program holds it. */
export async function openSerial(path: string, baudRate: number): Promise<Link | null> {
  // Loaded with the first line of this kind: many halls have none.
  const { SerialPort: Port } = await import('serialport')
  return serialLink(new Port({ path, baudRate, dataBits: 8, parity: 'none', stopBits: 1, autoOpen: false }))
}

export function serialLink(port: SerialPort | SerialPortMock): Promise<Link | null> {
  return new Promise((done) => {
    // Without a listener an unplugged adapter would take the gateway down; 'close' follows and is enough.
    port.on('error', () => {})
    port.open((broken) => {
      if (broken) return done(null)
      done({
        write: (bytes) =>
          new Promise((sent, failed) => {
            port.write(Buffer.from(bytes))
            // Drained, not merely buffered: a slip counts from the bytes that left.
            port.drain((error) => (error ? failed(error) : sent()))
          }),
        onData: (listener) => {
          port.on('data', listener)
          return () => port.off('data', listener)
        },
        onClose: (listener) => {
          if (!port.isOpen) queueMicrotask(listener)
          port.on('close', listener)
          return () => port.off('close', listener)
        },
        close: () => {
          if (port.isOpen) port.close(() => {})
        },
        reset: () => {
          if (port.isOpen) port.flush(() => port.isOpen && port.close(() => {}))
        },
      })
    })
  })
}
