import { readAllCharacters } from '../../display/shared/faces/all-characters.ts'
import { render } from 'preact'
import { connect } from '../../gateway/client/connect.ts'
import type { StartView } from '../../gateway/contract/start-view.ts'
import { toaster } from '../shared/staff/toasts.tsx'
import { StartPage } from './start-page.tsx'

readAllCharacters()

const hall = connect({ role: 'public', id: null, topics: ['start'] })
const page = document.getElementById('page')
if (page) render(<StartPage hall={hall} view={hall.view<StartView>('start')} toasts={toaster()} />, page)
