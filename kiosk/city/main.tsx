import '../../display/shared/tokens.css'
import './city.css'
import { render } from 'preact'
import { CityPage } from './city-page.tsx'

const root = document.getElementById('app')
if (root) render(<CityPage />, root)
