import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { CaseAnswer } from '../../../gateway/contract/approvals.ts'
import type { CaseQuestion } from '../../../gateway/contract/cases.ts'
import { receiptStart } from '../../../gateway/contract/receipt-start.ts'
import { findCase } from '../../../gateway/client/find-case.ts'
import type { Session } from '../session.ts'
import { facts } from '../hall-facts.ts'
import { say } from '../words.ts'
import { CaseCard } from './case-card.tsx'
import { CaseFields } from './case-fields.tsx'
import { JointCard } from './joint-card.tsx'

/** 办件进度: by receipt and the last four of the ID document. What was typed goes when the answer is here. */
export function ProgressScreen({ session }: { session: Session }): JSX.Element {
  const found = useSignal<CaseAnswer | null>(null)
  const trouble = useSignal<string | null>(null)
  const busy = useSignal(false)
  const { receipt } = session.where.value.context
  const { receipts } = facts.value
  const shape = receipts && { start: receiptStart(receipts, session.today()), length: receipts.length }
  const ask = async (question: CaseQuestion): Promise<void> => {
    if (!session.hall.online.value) return void (trouble.value = say('progressAway'))
    busy.value = true
    trouble.value = null
    const answer = await findCase(question).catch(() => null)
    busy.value = false
    if (answer === null) trouble.value = say('progressAway')
    else if (answer.ok) found.value = answer.view
    else trouble.value = answer.message
  }
  return (
    <main class={`screen progress ${found.value ? '' : 'search'}`}>
      {found.value?.joint ? (
        <JointCard joint={found.value.joint} onAgain={() => void (found.value = null)} />
      ) : found.value ? (
        <CaseCard view={found.value} onAgain={() => void (found.value = null)} />
      ) : (
        <CaseFields
          key={receipt}
          scanned={receipt}
          shape={shape}
          busy={busy.value}
          trouble={trouble.value}
          onAsk={(question) => void ask(question)}
        />
      )}
    </main>
  )
}
