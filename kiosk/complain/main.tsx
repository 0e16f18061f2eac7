import '../../display/shared/tokens.css'
import './complain.css'
import { render } from 'preact'
import { followVisitor } from '../../display/shared/visitor-language.ts'
import { swallowStalePresses } from '../../gateway/client/fresh-presses.ts'
import { ComplainPage } from './complain-page.tsx'

/** `#84172206` a code, `#visit=TOKEN` the number that the phone came from. Read once, then wiped: what is kept or sent on opens nothing. */
const [, code = null, token = null] = /^#(?:(\d{8})|visit=([\w-]{1,64}))$/.exec(location.hash) ?? []
history.replaceState(null, '', location.pathname)
swallowStalePresses()
followVisitor('complain')
const root = document.getElementById('app')
if (root) render(<ComplainPage code={code} token={token} />, root)
