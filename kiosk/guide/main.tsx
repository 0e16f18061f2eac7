import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { signal } from '@preact/signals'
import { render } from 'preact'
import type { CatalogueFile } from '../../gateway/catalogue/search/catalogue-file.ts'
import { type SearchIndex, noMatters, searchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { connect } from '../../gateway/client/connect.ts'
import { withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import { deskShown, deskTopics } from './desk-shown.ts'
import { orderLine } from '../shared/staff/order-line.ts'
import { keepOffline } from '../../display/shared/keep-offline.ts'
import { openChime } from '../shared/staff/chime.ts'
import { toaster } from '../shared/staff/toasts.tsx'
import { GuidePage } from './guide-page.tsx'
import { type HallFacts, type ZoneNames, zoneNames } from './zone-names.ts'
import { WithTakeover } from '../../display/shared/emergency/takeover.tsx'

readAllCharacters()

const deskId = new URLSearchParams(location.search).get('desk')
const hall = connect({ role: 'guide', id: deskId, topics: deskTopics })
const toasts = toaster()
const index = signal<SearchIndex>(noMatters)
const zones = signal<ZoneNames>(new Map())

/** The catalogue is read after each reconnect: an import may have changed it. */
hall.online.subscribe((online) => {
  if (!online) return
  getJson('/api/v1/catalogue', withFields<CatalogueFile>('items', 'readings', 'said'))
    .then(({ items, readings, said }) => {
      index.value = searchIndex(items, readings, said)
    })
    .catch((error: Error) => toasts.say('refused', error.message))
  getJson('/api/v1/hall', withFields<HallFacts>('floors'))
    .then((facts) => {
      zones.value = zoneNames(facts)
    })
    .catch((error: Error) => toasts.say('refused', error.message))
})

const page = document.getElementById('page')
if (page)
  render(
    <WithTakeover view={hall.view('desk')} look="band">
      <GuidePage
        hall={hall}
        view={deskShown(hall)}
        deskId={deskId}
        index={index}
        zones={zones}
        toasts={toasts}
        orders={orderLine(hall, toasts)}
        chime={openChime()}
      />
    </WithTakeover>,
    page,
  )
keepOffline('/guide/')
