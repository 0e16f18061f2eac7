import '../shared/tokens.css'
import './poster.css'
import { readAllCharacters } from '../shared/faces/all-characters.ts'
import { render } from 'preact'
import { Poster } from './poster.tsx'

readAllCharacters()

const screenId = new URLSearchParams(location.search).get('screen')
const root = document.getElementById('app')
if (root) render(<Poster screenId={screenId} />, root)
