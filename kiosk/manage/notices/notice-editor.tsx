import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { ManageView } from '../../../gateway/contract/manage.ts'
import type { NoticeBody, NoticeTarget } from '../../../gateway/contract/notice.ts'
import { MomentField } from '../../shared/staff/moment-field.tsx'
import { DayParts } from './day-parts.tsx'
import { clockIn } from './draft.ts'
import { Preview } from './preview.tsx'
import { upload } from './upload.ts'
import { priorities, say } from './words.ts'

interface EditorProps {
  notice: NoticeBody
  view: ManageView
  /** The gateway's time. */
  now: () => number
  onChange: (notice: NoticeBody) => void
  onRefused: (message: string) => void
}
const same = (one: NoticeTarget, other: NoticeTarget): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A file that people named in words says what it shows; IMG_2034 says nothing. */
export const captionOf = (fileName: string): string =>
  /\p{Script=Han}/u.test(fileName) ? fileName.replace(/\.\w+$/, '') : ''

export function NoticeEditor({ notice, view, now, onChange, onRefused }: EditorProps): JSX.Element {
  const [busy, setBusy] = useState(false)
  const clock = clockIn(view.hall.timeZone, now)
  // While a file is on its way somebody goes on writing: what counts is what stands there when it has come.
  const latest = useRef(notice)
  latest.current = notice
  const set = (change: Partial<NoticeBody>): void => onChange({ ...latest.current, ...change })
  const has = (target: NoticeTarget): boolean => notice.targets.some((one) => same(one, target))
  /** The whole hall or named places; the last one stays. */
  const toggle = (target: NoticeTarget): void => {
    if (target.kind === 'hall') return set({ targets: [target] })
    const others = notice.targets.filter((one) => one.kind !== 'hall' && !same(one, target))
    const next = has(target) ? others : [...others, target]
    set({ targets: next.length === 0 ? [{ kind: 'hall' }] : next })
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(true)
    const answer = await upload(file)
    setBusy(false)
    if (answer.ok)
      set({
        ...answer.body,
        text: latest.current.text || captionOf(file.name),
        placement: latest.current.placement === 'ticker' ? 'side' : latest.current.placement,
      })
    else onRefused(answer.message)
  }
  const chip = ({ target, name }: ManageView['places'][number]): JSX.Element => (
    <button type="button" class="chip" key={name} aria-pressed={has(target)} onClick={() => toggle(target)}>
      {name}
    </button>
  )
  const isPlace = ({ target }: ManageView['places'][number]): boolean =>
    target.kind === 'floor' || target.kind === 'zone'
  return (
    <div class="editor">
      <div class="editor-fields">
        <label>
          <span>{say(notice.kind === 'text' ? 'text' : 'caption')}</span>
          <textarea
            class="entry"
            rows={3}
            maxLength={300}
            value={notice.text}
            placeholder={say(notice.kind === 'text' ? 'textHint' : 'captionHint')}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        </label>
        <label>
          <span>{say('textEn')}</span>
          <input
            class="entry"
            lang="en"
            maxLength={400}
            value={notice.textEn ?? ''}
            onInput={(event) => set({ textEn: event.currentTarget.value || null })}
          />
        </label>
        <div class="field">
          <span>{say('file')}</span>
          <div class="chips">
            <label class="chip">
              {busy ? say('uploading') : say('upload')}
              <input
                type="file"
                class="unseen"
                accept="image/png,image/jpeg,image/webp,application/pdf,video/mp4,video/webm"
                disabled={busy}
                onChange={(event) => void take(event.currentTarget.files?.[0])}
              />
            </label>
            {notice.mediaId !== null && (
              <button type="button" class="chip" onClick={() => set({ kind: 'text', mediaId: null })}>
                {say('removeFile')}
              </button>
            )}
          </div>
        </div>
        <div class="field">
          <span>{say('placement')}</span>
          <div class="chips">
            {(['ticker', 'side', 'full'] as const).map((placement) => (
              <button
                type="button"
                class="chip"
                key={placement}
                aria-pressed={notice.placement === placement}
                onClick={() => set({ placement })}
              >
                {say(`placements.${placement}`)}
              </button>
            ))}
          </div>
        </div>
        <div class="field">
          <span>{say('targets')}</span>
          <div class="chips">{view.places.filter((place) => !isPlace(place)).map(chip)}</div>
          <details open={notice.targets.some((target) => target.kind === 'floor' || target.kind === 'zone')}>
            <summary>{say('morePlaces')}</summary>
            <div class="chips">{view.places.filter(isPlace).map(chip)}</div>
          </details>
        </div>
      </div>
      <div class="editor-side">
        <Preview notice={notice} />
        <div class="editor-pair">
          <MomentField
            label={say('start')}
            at={notice.startAt}
            usual="00:00"
            clock={clock}
            onMoment={(startAt) => set({ startAt })}
          />
          <MomentField
            label={say('end')}
            at={notice.endAt}
            usual="23:59"
            clock={clock}
            onMoment={(endAt) => set({ endAt })}
          />
        </div>
        <DayParts parts={notice.dayParts} onParts={(dayParts) => set({ dayParts })} />
        <div class="field">
          <span>{say('priority')}</span>
          <div class="chips">
            {priorities.map(({ value, word }) => (
              <button
                type="button"
                class="chip"
                key={value}
                aria-pressed={notice.priority === value}
                onClick={() => set({ priority: value })}
              >
                {say(word)}
              </button>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}
