import { Gauge, type Registry } from 'prom-client'

/** Makes figures of one register that are read when somebody asks. */
export const gaugesIn =
  (register: Registry) =>
  (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(read())
      },
    })
  }
