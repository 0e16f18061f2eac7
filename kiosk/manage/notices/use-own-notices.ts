import { useEffect, useRef, useState } from 'preact/hooks'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import { ownSession } from '../../../gateway/client/own-session.ts'
import type { NoticeView } from '../../../gateway/contract/notice.ts'
import type { Toaster } from '../../shared/staff/toasts.tsx'
import { newsForAuthor } from './told-author.ts'
import { say } from './words.ts'

const told = { approved: 'toldApproved', withdrawn: 'toldWithdrawn', changed: 'toldChanged' } as const
const SHORT = 16

/** Who signed in here, as the log keeps it; null = a token, of which only the gateway knows whose it is. */
export function useOwnName(): string | null {
  const [me, setMe] = useState<string | null>(null)
  useEffect(() => {
    void ownSession().then((session) => setMe(session?.signedIn ? `staff ${session.signedIn.number}` : null))
  }, [])
  return me
}

/** Tells whoever works here what others did with the notices that they wrote. */
export function useOwnNotices(notices: readonly NoticeView[], toasts: Toaster): void {
  const me = useOwnName()
  const before = useRef(notices)
  useEffect(() => {
    const news = me === null ? [] : newsForAuthor(before.current, notices, me)
    before.current = notices
    for (const { kind, notice } of news) {
      const text = notice.text.length > SHORT ? `${notice.text.slice(0, SHORT)}…` : notice.text
      const by = kind === 'approved' ? (notice.approvedBy ?? '') : notice.wordsBy
      toasts.say('done', say(told[kind], { text, by: actorWords(by) }))
    }
  }, [notices, me])
}
