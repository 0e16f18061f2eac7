import '../../kiosk/shared/tokens.css'
import './led.css'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import { Led } from './led.tsx'

const id = new URLSearchParams(location.search).get('panel') ?? 'P1'
const hall = connect({ role: 'public', id, topics: [`panel:${id}`] })
const root = document.getElementById('app')
if (root) render(<Led hall={hall} id={id} />, root)
