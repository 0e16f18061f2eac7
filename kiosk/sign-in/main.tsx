import '../../display/shared/tokens.css'
import '../shared/staff/staff.css'
import './sign-in.css'
import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import { SignInPage } from './sign-in-page.tsx'
import { whereTo } from './where-to.ts'

readAllCharacters()

const hall = connect({ role: 'public', id: null, topics: [] })
const page = document.getElementById('page')
if (page)
  render(
    <SignInPage
      hall={hall}
      to={whereTo(location.search)}
      why={new URLSearchParams(location.search).get('why')}
      go={(address) => location.assign(address)}
    />,
    page,
  )
