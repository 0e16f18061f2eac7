import '../../display/shared/tokens.css'
import '../shared/form-page.css'
import './take.css'
import { render } from 'preact'
import { followVisitor } from '../../display/shared/visitor-language.ts'
import { TakePage } from './take-page.tsx'

/** Read once, then wiped: an address that is kept or sent on opens nothing. */
const code = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
followVisitor('take')
const root = document.getElementById('app')
if (root) render(<TakePage code={code} />, root)
