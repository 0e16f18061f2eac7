import '../../display/shared/tokens.css'
import '../shared/phone-page.css'
import './way.css'
import { render } from 'preact'
import { followVisitor } from '../../display/shared/visitor-language.ts'
import { wishedWay } from '../../gateway/contract/ways/wished-way.ts'
import { WayPage } from './way-page.tsx'

followVisitor('way')
const root = document.getElementById('app')
if (root) render(<WayPage wish={wishedWay(new URLSearchParams(location.search))} />, root)
