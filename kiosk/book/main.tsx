import '../../display/shared/tokens.css'
import './book.css'
import { render } from 'preact'
import { BookPage } from './book-page.tsx'

const root = document.getElementById('app')
if (root) render(<BookPage />, root)
