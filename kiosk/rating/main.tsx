import '../../display/shared/tokens.css'
import '../shared/staff/staff.css'
import './rating.css'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import type { RatingView } from '../../gateway/contract/rating-view.ts'
import { AccessGate } from '../shared/staff/access-gate.tsx'
import { RatingPage } from './rating-page.tsx'

const counterId = new URLSearchParams(location.search).get('counter') ?? '1'
const hall = connect({ role: 'rating', id: counterId, topics: [`rating:${counterId}`] })
const view = hall.view<RatingView>(`rating:${counterId}`)

function Tablet() {
  return (
    <AccessGate hall={hall} ready={view.value !== null}>
      {view.value && <RatingPage hall={hall} view={view.value} />}
    </AccessGate>
  )
}
const root = document.getElementById('app')
if (root) render(<Tablet />, root)
