import type { JSX } from 'preact'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import { useState } from 'preact/hooks'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { NoticeBody, NoticeView } from '../../../gateway/contract/notice.ts'
import { Button } from '../../shared/staff/button.tsx'
import { ChoiceDialog } from '../../shared/staff/choice-dialog.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { bodyOf, freshNotice } from './draft.ts'
import { NoticeEditor } from './notice-editor.tsx'
import { Plays } from './plays.tsx'
import { TemplateDialog } from './template-dialog.tsx'
import { useOwnName } from './use-own-notices.ts'
import { timesOf, say, toneOf } from './words.ts'
import './notices.css'

interface Open {
  /** null = not saved yet. */
  id: string | null
  body: NoticeBody
}

/** All notices with their states at the left, the open one at the right; one filled action for each state. */
export function NoticesSection({ hall, view, orders, toasts }: SectionProps): JSX.Element {
  const [open, setOpen] = useState<Open>({ id: null, body: freshNotice })
  const [asking, ask] = useState(false)
  const [choosing, chooseTemplate] = useState(false)
  const me = useOwnName()
  const notice = view.notices.find(({ id }) => id === open.id) ?? null
  const state = notice?.state ?? null
  const isOver = state === 'withdrawn' || state === 'expired'
  const { secondApprover } = view
  const isMine = notice !== null && me !== null && (notice.by === me || notice.wordsBy === me)
  const blocked = hall.online.value ? (open.body.text.trim() === '' ? say('noText') : null) : sayStaff('offlineShort')
  const press = (id: string, commands: Command[], done: string): void => void orders.press({ id, commands, done })
  const revise = (noticeId: string): Command => ({ type: 'revise-notice', noticeId, ...open.body })

  /** Nothing is written anew that nobody changed: the words stay those of whoever wrote them. */
  const changeOf = (now: NoticeView): Command[] =>
    JSON.stringify(bodyOf(now)) === JSON.stringify(open.body) ? [] : [revise(now.id)]
  const draft = (): void =>
    void orders.press({
      id: 'save',
      commands: [{ type: 'draft-notice', ...open.body }],
      done: say('saved'),
      then: (result) => setOpen({ id: (result as NoticeView).id, body: open.body }),
    })
  const button = (
    id: string,
    label: string,
    onPress: () => void,
    look: 'main' | 'plain' | 'grave' = 'plain',
    why: string | null = null,
  ): JSX.Element => (
    <Button label={label} look={look} blocked={blocked ?? why} busy={orders.underWay.value === id} onPress={onPress} />
  )
  return (
    <div class="notices-board">
      <section class="card notice-rows">
        <div class="card-head">
          <h2>{say('title')}</h2>
          <span class="grow" />
          {view.noticeTemplates.length > 0 && <Button label={say('templates')} onPress={() => chooseTemplate(true)} />}
          <Button label={say('fresh')} onPress={() => setOpen({ id: null, body: freshNotice })} />
        </div>
        {view.notices.length === 0 && <p class="card-empty">{say('empty')}</p>}
        <ul>
          {view.notices.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === open.id}
                onClick={() => setOpen({ id: one.id, body: bodyOf(one) })}
              >
                <span class="notice-text">{one.text}</span>
                <Tag tone={toneOf[one.state]}>{one.standing ? say('standingTitle') : say(`states.${one.state}`)}</Tag>
                <small>{[say(`placements.${one.placement}`), timesOf(one, view.hall.timeZone)].join(' · ')}</small>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section class="card notice-open">
        <div class="card-head">
          <h2>{notice === null ? say('freshTitle') : notice.standing ? say('standingTitle') : say('edit')}</h2>
          {notice && !notice.standing && <Tag tone={toneOf[notice.state]}>{say(`states.${notice.state}`)}</Tag>}
          {notice && !notice.standing && <small>{writersOf(notice)}</small>}
        </div>
        {notice?.standing ? (
          <p class="card-empty">
            {notice.text}
            <br />
            {say('standing')}
          </p>
        ) : (
          <NoticeEditor
            notice={open.body}
            view={view}
            now={hall.now}
            onChange={(body) => setOpen({ ...open, body })}
            onRefused={(message) => toasts.say('refused', message)}
          />
        )}
        {notice && (notice.standing || notice.approvedBy !== null) && (
          <Plays noticeId={notice.id} screens={view.screens} />
        )}
        <footer class="notice-foot">
          {notice && !notice.standing && !isOver && button('withdraw', say('withdraw'), () => ask(true), 'grave')}
          {state === 'review' && (
            <small class="notice-hint">
              {say(!secondApprover ? 'mayApprove' : isMine ? 'secondHint' : 'reviewHint')}
            </small>
          )}
          {secondApprover && notice?.approvedBy && !isOver && <small class="notice-hint">{say('againHint')}</small>}
          <span class="grow" />
          {notice === null && button('save', say('save'), draft, 'main')}
          {notice &&
            state === 'draft' &&
            button('save', say('save'), () => press('save', changeOf(notice), say('saved')))}
          {notice &&
            state === 'draft' &&
            button(
              'submit',
              say('submit'),
              () =>
                press(
                  'submit',
                  [...changeOf(notice), { type: 'submit-notice', noticeId: notice.id }],
                  say(secondApprover ? 'submittedSecond' : 'submitted'),
                ),
              'main',
            )}
          {notice &&
            state === 'review' &&
            button(
              'approve',
              say('approve'),
              () => press('approve', [{ type: 'approve-notice', noticeId: notice.id }], say('approved')),
              'main',
              secondApprover && isMine ? say('secondHint') : null,
            )}
          {notice &&
            !notice.standing &&
            (state === 'live' || state === 'scheduled' || state === 'expired') &&
            button(
              'save',
              say(secondApprover ? 'saveAgain' : 'saveLive'),
              () => press('save', [revise(notice.id)], say(secondApprover ? 'savedAgain' : 'savedLive')),
              'main',
            )}
        </footer>
      </section>
      {choosing && (
        <TemplateDialog
          templates={view.noticeTemplates}
          onChosen={(part) => {
            setOpen({ id: null, body: { ...freshNotice, ...part } })
            chooseTemplate(false)
          }}
          onClose={() => chooseTemplate(false)}
        />
      )}
      {asking && notice && (
        <ChoiceDialog
          title={say('sureWithdraw')}
          choices={[{ value: 'yes', label: say('yesWithdraw') }]}
          onChoose={() => {
            ask(false)
            press('withdraw', [{ type: 'withdraw-notice', noticeId: notice.id }], say('withdrawn'))
          }}
          onClose={() => ask(false)}
        />
      )}
    </div>
  )
}

/** Who wrote it, changed it and approved it. */
const writersOf = ({ by, wordsBy, approvedBy }: NoticeView): string =>
  [
    say('by', { by: actorWords(by) }),
    ...(wordsBy === by ? [] : [say('changedBy', { by: actorWords(wordsBy) })]),
    ...(approvedBy === null ? [] : [say('approvedBy', { by: actorWords(approvedBy) })]),
  ].join(' · ')
