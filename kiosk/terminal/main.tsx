import '../../display/shared/tokens.css'
import './terminal.css'
import './find/find.css'
import './guide/guide.css'
import './plan/plan.css'
import './progress/progress.css'
import './scan/scan.css'
import './card/card.css'
import './landscape.css'
import './write/write.css'
import './modes/elder.css'
import './modes/low.css'
import './modes/contrast.css'
import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { render } from 'preact'
import { lendTokens } from '../../gateway/client/access.ts'
import { connect } from '../../gateway/client/connect.ts'
import { thisComputer, tokenOfThisComputer } from './own-computer/ask-own-computer.ts'
import { KnownPlace } from '../../display/shared/no-place.tsx'
import { terminalTopics } from './session.ts'
import { stayHere } from '../shared/stay-here.ts'
import { Terminal } from './terminal.tsx'
import { WithTakeover } from '../../display/shared/emergency/takeover.tsx'

readAllCharacters()

lendTokens(tokenOfThisComputer)
// The address says which terminal this is, else the program on this computer does.
const id = new URLSearchParams(location.search).get('terminal') ?? (await thisComputer())?.terminal ?? 'K1'
const hall = connect({ role: 'terminal', id, topics: terminalTopics(id) })
stayHere()
const root = document.getElementById('app')
if (root)
  render(
    <WithTakeover view={hall.view(`terminal:${id}`)} look="whole">
      <KnownPlace hall={hall}>
        <Terminal hall={hall} id={id} />
      </KnownPlace>
    </WithTakeover>,
    root,
  )
