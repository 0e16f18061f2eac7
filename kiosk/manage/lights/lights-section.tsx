import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Light } from '../../../gateway/contract/cases.ts'
import type { LightsView } from '../../../gateway/contract/lights.ts'
import { withFields } from '../../../gateway/client/ask.ts'
import { Button } from '../../shared/staff/button.tsx'
import { useKeys } from '../../shared/staff/use-keys.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { CaseDetail } from './case-detail.tsx'
import { LightFilter } from './light-filter.tsx'
import { LightRows } from './light-rows.tsx'
import { useDetail, useLights } from './use-lights.ts'
import { say } from './words.ts'
import './lights.css'

/** 亮牌: which lights, which cases, and the chosen case whole. ↑↓ another, C urges, J writes the answer down. */
export function LightsSection({ hall, view, orders, toasts }: SectionProps): JSX.Element {
  const told = hall.view<LightsView>('lights').value
  const [shown, setShown] = useState<ReadonlySet<Light>>(new Set(['red', 'yellow', 'paused']))
  const [department, setDepartment] = useState<string | null>(null)
  const [chosen, choose] = useState<string | null>(new URLSearchParams(location.search).get('case'))
  const [answering, setAnswering] = useState(false)
  const { list, stale } = useLights(told, shown.has('green'))
  const rows = (list?.items ?? []).filter(
    (row) => shown.has(row.light) && (department === null || row.departmentName === department),
  )
  const openId = rows.some(({ caseId }) => caseId === chosen) ? chosen : (rows[0]?.caseId ?? null)
  const detail = useDetail(openId, told)
  const open = detail?.case ?? null
  useEffect(() => {
    document.querySelector(`[data-case="${openId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [openId])

  const mayUrge = open !== null && open.light !== 'green'
  const urge = (): void => {
    if (open === null || !mayUrge) return
    void orders.press({
      id: 'urge',
      commands: [{ type: 'urge-case', caseId: open.caseId, words: null }],
      done: say('urgeDone', { to: open.chief ?? open.departmentName }),
    })
  }
  useKeys((key) => {
    const place = rows.findIndex(({ caseId }) => caseId === openId)
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = rows[Math.max(0, Math.min(rows.length - 1, place + (key === 'ArrowDown' ? 1 : -1)))]
      if (next) choose(next.caseId)
      return true
    }
    if (key === 'C') urge()
    else if (key === 'J' && mayUrge) setAnswering(true)
    else return false
    return true
  })
  const recount = async (): Promise<void> => {
    const answer = await manageCall('/lights/recount', withFields<{ changed: number }>('changed'), {})
    if (!answer.ok) toasts.say('refused', answer.message)
    else if (answer.body.changed === 0) toasts.say('done', say('recountedSame'))
    else toasts.say('done', say('recounted', { count: answer.body.changed }))
  }
  if (list === null) return <p class="manage-still">{say(stale ? 'stale' : 'reading')}</p>
  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  return (
    <div class="lights">
      <LightFilter
        list={list}
        shown={shown}
        department={department}
        onDepartment={setDepartment}
        onToggle={(light) => {
          const next = new Set(shown)
          if (!next.delete(light)) next.add(light)
          setShown(next)
        }}
      />
      <LightRows rows={rows} openId={openId} empty={say(shown.size === 0 ? 'noneChosen' : 'none')} onOpen={choose} />
      {detail ? (
        <CaseDetail
          detail={detail}
          timeZone={view.hall.timeZone}
          now={hall.now()}
          actions={
            <>
              <Button
                label={say('urge')}
                icon="bell"
                keyCap="C"
                look="main"
                blocked={blocked}
                busy={orders.underWay.value === 'urge'}
                onPress={urge}
              />
              {mayUrge && <Button label={say('answer')} keyCap="J" onPress={() => setAnswering(true)} />}
              <Button label={say('recount')} onPress={() => void recount()} />
            </>
          }
        />
      ) : (
        <section class="card case-open">
          <p class="card-empty">{say('choose')}</p>
        </section>
      )}
      {answering && open && (
        <AnswerDialog
          chief={open.chief ?? ''}
          onClose={() => setAnswering(false)}
          onSave={(by, words) => {
            setAnswering(false)
            void orders.press({
              id: 'answer',
              commands: [{ type: 'answer-case', caseId: open.caseId, by, words }],
              done: say('answerDone'),
            })
          }}
        />
      )}
    </div>
  )
}
