import '../shared/tokens.css'
import './strip.css'
import { readAllCharacters } from '../shared/faces/all-characters.ts'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import { KnownPlace } from '../shared/no-place.tsx'
import { keepOffline } from '../shared/keep-offline.ts'
import { Strip } from './strip.tsx'
import { WithTakeover } from '../shared/emergency/takeover.tsx'

readAllCharacters()

const id = new URLSearchParams(location.search).get('counter') ?? '1'
const hall = connect({ role: 'display', id, topics: [`strip:${id}`] })
const root = document.getElementById('app')
if (root)
  render(
    <WithTakeover view={hall.view(`strip:${id}`)} look="whole">
      <KnownPlace hall={hall}>
        <Strip hall={hall} id={id} />
      </KnownPlace>
    </WithTakeover>,
    root,
  )
keepOffline('/strip/')
