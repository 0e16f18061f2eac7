import '../shared/tokens.css'
import './poster.css'
import { render } from 'preact'
import { Poster } from './poster.tsx'

const screenId = new URLSearchParams(location.search).get('screen')
const root = document.getElementById('app')
if (root) render(<Poster screenId={screenId} />, root)
