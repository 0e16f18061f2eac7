import '../shared/tokens.css'
import './lobby.css'
import { readAllCharacters } from '../shared/faces/all-characters.ts'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import { KnownPlace } from '../shared/no-place.tsx'
import { keepOffline } from '../shared/keep-offline.ts'
import { Lobby } from './lobby.tsx'
import { wallTopics } from './wall-shown.ts'
import { WithTakeover } from '../shared/emergency/takeover.tsx'

readAllCharacters()

const id = new URLSearchParams(location.search).get('screen') ?? 'L1'
const hall = connect({ role: 'display', id, topics: wallTopics(id) })
const root = document.getElementById('app')
if (root)
  render(
    <WithTakeover view={hall.view(`screen:${id}`)} look="whole">
      <KnownPlace hall={hall}>
        <Lobby hall={hall} id={id} />
      </KnownPlace>
    </WithTakeover>,
    root,
  )
keepOffline('/display/')
