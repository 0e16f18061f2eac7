import '../../display/shared/tokens.css'
import '../shared/phone-page.css'
import './take-away.css'
import { render } from 'preact'
import { followVisitor } from '../../display/shared/visitor-language.ts'
import { TakeAway } from './take-away.tsx'

const what = decodeURIComponent(location.pathname.slice('/m/'.length)).slice(0, 200)
const answers = Object.fromEntries(new URLSearchParams(location.search))
followVisitor('take-away')
const root = document.getElementById('app')
if (root) render(<TakeAway what={what} answers={answers} />, root)
