import '../../display/shared/tokens.css'
import '../shared/phone-page.css'
import './phone.css'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import { effect } from '@preact/signals'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { followTicket, followVisitor } from '../../display/shared/visitor-language.ts'
import { Phone } from './phone.tsx'
import { WithTakeover } from '../../display/shared/emergency/takeover.tsx'

followVisitor('phone')
const token = /^\/t\/([A-Za-z0-9_-]{1,64})$/.exec(location.pathname)?.[1] ?? 'none'
const hall = connect({ role: 'public', id: null, topics: [`track:${token}`] })
const taken = hall.view<TrackView>(`track:${token}`)
effect(() => followTicket(taken.value?.language ?? null))
const root = document.getElementById('app')
if (root)
  render(
    <WithTakeover view={hall.view(`track:${token}`)} look="whole">
      <Phone hall={hall} token={token} />
    </WithTakeover>,
    root,
  )
