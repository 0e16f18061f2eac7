import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ownSession } from '../../../gateway/client/own-session.ts'
import { sayStaff } from './words.ts'

/** Who works at this page: work number and name, as whoever signed in is called. Nothing where a token speaks for it. */
export function OwnName(): JSX.Element | null {
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    void ownSession().then((view) => {
      const own = view?.signedIn
      setWords(own?.stage === 'in' ? sayStaff('ownName', { number: own.number, name: own.name }) : null)
    })
  }, [])
  return words === null ? null : (
    <span class="own-name" title={words}>
      {words}
    </span>
  )
}
