import './led.css'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import { KnownPlace } from '../shared/no-place.tsx'
import { Led } from './led.tsx'
import { pageInk } from './page-ink.ts'

const id = new URLSearchParams(location.search).get('panel') ?? 'P1'
const hall = connect({ role: 'display', id, topics: [`panel:${id}`] })
const root = document.getElementById('app')
void pageInk().then(
  (ink) =>
    root &&
    render(
      <KnownPlace hall={hall}>
        <Led hall={hall} id={id} ink={ink} />
      </KnownPlace>,
      root,
    ),
)
