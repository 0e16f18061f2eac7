import { connect } from '../../../gateway/client/connect.ts'
import { pageGlobals } from './page-globals.ts'

/** A wall's `connect` as a process of its own; says `online` and `away` as it becomes so. Argument: where the gateway is. */
pageGlobals(process.argv[2] ?? '')
const hall = connect({ role: 'public', id: null, topics: ['screen:L1'] })
hall.online.subscribe((online) => console.log(online ? 'online' : 'away'))
