import type { PromiseOf } from '../storm.ts'
import { appointments } from './appointments.ts'
import { board } from './board.ts'
import { calls } from './calls.ts'
import { clock } from './clock.ts'
import { help } from './help.ts'
import { numbers } from './numbers.ts'
import { orders } from './orders.ts'
import { papers } from './papers.ts'
import { places } from './places.ts'
import { presses } from './presses.ts'
import { replayed } from './replayed.ts'
import { room } from './room.ts'
import { scans } from './scans.ts'
import { turns } from './turns.ts'
import { views } from './views.ts'

export const allPromises: readonly PromiseOf[] = [
  numbers,
  orders,
  papers,
  presses,
  calls,
  views,
  places,
  replayed,
  appointments,
  scans,
  help,
  turns,
  board,
  clock,
  room,
]
