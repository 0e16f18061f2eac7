import '../../display/shared/tokens.css'
import '../shared/form-page.css'
import './book.css'
import { swallowStalePresses } from '../../gateway/client/fresh-presses.ts'
import { render } from 'preact'
import { followVisitor } from '../../display/shared/visitor-language.ts'
import { BookPage } from './book-page.tsx'

swallowStalePresses()
followVisitor('book')
const root = document.getElementById('app')
if (root) render(<BookPage />, root)
