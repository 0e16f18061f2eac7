import '../../display/shared/tokens.css'
import './enrol.css'
import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { render } from 'preact'
import { enrolledKinds } from '../../gateway/contract/enrolled-kinds.ts'
import { EnrolPage } from '../shared/enrol/enrol-page.tsx'

readAllCharacters()

const asked = new URLSearchParams(location.search)
const kind = enrolledKinds.find((one) => one === asked.get('kind')) ?? 'terminal'
const wished = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.exec(asked.get('place') ?? '')?.[0] ?? null
const root = document.getElementById('app')
if (root) render(<EnrolPage kind={kind} wished={wished} go={(address) => location.replace(address)} />, root)
