import { AT_ONCE, strangerDoors } from './stranger-doors.ts'

/** A process of its own, so that hammering takes no time from measuring: `URL DOOR SECONDS`; says how many turns there were. */
const [url = '', door = '', seconds = '60'] = process.argv.slice(2)
const knock = strangerDoors(url)[door]
const end = performance.now() + Number(seconds) * 1_000
let turns = 0
async function hammer(): Promise<void> {
  while (knock && performance.now() < end) {
    turns += 1
    await knock()
    // A door that refuses at once would only measure this process.
    await new Promise((next) => setTimeout(next, 0))
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, hammer))
console.log(turns)
process.exit(0)
