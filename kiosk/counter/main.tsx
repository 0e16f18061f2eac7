import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import { orderLine } from '../shared/staff/order-line.ts'
import { openChime } from '../shared/staff/chime.ts'
import { toaster } from '../shared/staff/toasts.tsx'
import { counterShown, counterTopics } from './counter-shown.ts'
import { CounterPage } from './counter-page.tsx'
import { keepOffline } from '../../display/shared/keep-offline.ts'
import { WithTakeover } from '../../display/shared/emergency/takeover.tsx'

readAllCharacters()

const counterId = new URLSearchParams(location.search).get('counter') ?? '1'
const hall = connect({ role: 'clerk', id: counterId, topics: counterTopics(counterId, false) })
const toasts = toaster()
const page = document.getElementById('page')
if (page)
  render(
    <WithTakeover view={hall.view(`counter:${counterId}`)} look="band">
      <CounterPage
        hall={hall}
        view={counterShown(hall, counterId)}
        toasts={toasts}
        orders={orderLine(hall, toasts)}
        chime={openChime()}
      />
    </WithTakeover>,
    page,
  )
keepOffline('/counter/')
