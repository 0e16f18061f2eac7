import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import type { ManageView } from '../../gateway/contract/manage.ts'
import { orderLine } from '../shared/staff/order-line.ts'
import { toaster } from '../shared/staff/toasts.tsx'
import { ManagePage } from './manage-page.tsx'
import { sections } from './sections.ts'

readAllCharacters()

const topics = [...new Set(['manage', ...sections.flatMap((section) => section.topics)])]
const hall = connect({ role: 'supervisor', id: null, topics })
const toasts = toaster()

const page = document.getElementById('page')
if (page)
  render(
    <ManagePage hall={hall} view={hall.view<ManageView>('manage')} toasts={toasts} orders={orderLine(hall, toasts)} />,
    page,
  )
