import '../../display/shared/tokens.css'
import { render } from 'preact'
import { enrolledKinds } from '../../gateway/contract/enrolment.ts'
import { EnrolPage } from '../shared/enrol/enrol-page.tsx'

const asked = new URLSearchParams(location.search)
const kind = enrolledKinds.find((one) => one === asked.get('kind')) ?? 'terminal'
const wished = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.exec(asked.get('place') ?? '')?.[0] ?? null
const root = document.getElementById('app')
if (root) render(<EnrolPage kind={kind} wished={wished} go={(address) => location.replace(address)} />, root)
