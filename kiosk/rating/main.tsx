import '../../display/shared/tokens.css'
import './rating.css'
import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import type { RatingView } from '../../gateway/contract/rating-view.ts'
import { stayHere } from '../shared/stay-here.ts'
import { TabletGate } from './tablet-gate.tsx'
import { RatingPage } from './rating-page.tsx'

readAllCharacters()
stayHere()

const counterId = new URLSearchParams(location.search).get('counter') ?? '1'
const hall = connect({ role: 'rating', id: counterId, topics: [`rating:${counterId}`] })
const view = hall.view<RatingView>(`rating:${counterId}`)

function Tablet() {
  return (
    <TabletGate hall={hall} counterId={counterId} ready={view.value !== null}>
      {view.value && <RatingPage hall={hall} view={view.value} />}
    </TabletGate>
  )
}
const root = document.getElementById('app')
if (root) render(<Tablet />, root)
