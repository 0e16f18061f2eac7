import type { ComponentChildren, JSX } from 'preact'
import en from '../../assets/locales/en/no-place.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/no-place.json' with { type: 'json' }
import type { HallConnection } from '../../gateway/client/connect.ts'
import { Mark } from './icons.tsx'
import { pageWords } from './page-words.ts'
import './no-place.css'

const { say } = pageWords('no-place', zh, { en })

/** The page, or in words that the hall has no such screen, counter, panel or terminal. */
export function KnownPlace({ hall, children }: { hall: HallConnection; children: ComponentChildren }): JSX.Element {
  const refusal = hall.refusal.value
  if (hall.access.value !== 'not-allowed' || refusal === null || refusal.code === 'not-allowed') return <>{children}</>
  return (
    <main class="no-place">
      <Mark size={96} />
      <h1 class="serif">{say('title')}</h1>
      <p role="alert">{say('hint', { why: refusal.message })}</p>
    </main>
  )
}
