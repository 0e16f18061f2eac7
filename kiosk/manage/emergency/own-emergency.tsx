import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Takeover } from '../../../display/shared/emergency/takeover.tsx'
import { Button } from '../../shared/staff/button.tsx'
import type { EmergencyWords } from './emergency-words.ts'
import { say } from './words.ts'

const LONGEST = { title: 24, line: 60, titleEn: 80 }
const MOST_LINES = 4
const DURATIONS = [15, 30, 60, 120, 240] as const

interface OwnEmergencyProps {
  drill: boolean
  /** Why nothing can be raised now; null = it can. */
  blocked: string | null
  busy: boolean
  onRaise: (words: EmergencyWords) => void
}

/** Words of one's own beside the prepared ones (a power cut, a burst pipe), with what every wall will say. */
export function OwnEmergency({ drill, blocked, busy, onRaise }: OwnEmergencyProps): JSX.Element {
  const [isOpen, open] = useState(false)
  const [title, setTitle] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const [text, setText] = useState('')
  const [minutes, setMinutes] = useState<number>(60)
  const lines = linesOf(text)
  const tooLong = lines.find((line) => [...line].length > LONGEST.line)
  const fault =
    title.trim() === ''
      ? say('own.needsTitle')
      : lines.length > MOST_LINES
        ? say('own.tooMany')
        : tooLong === undefined
          ? null
          : say('own.tooLong', { line: `${[...tooLong].slice(0, 8).join('')}…` })
  if (!isOpen)
    return (
      <li class="emergency-own-closed">
        <div>
          <b>{say('own.head')}</b>
          <p>{say('own.says')}</p>
        </div>
        <Button label={say('own.open')} big onPress={() => open(true)} />
      </li>
    )
  return (
    <li class="emergency-own">
      <div class="emergency-own-fields">
        <b>{say('own.head')}</b>
        <label>
          <span>{say('own.title')}</span>
          <input
            class="entry"
            maxLength={LONGEST.title}
            value={title}
            placeholder={say('own.titleHint')}
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        </label>
        <label>
          <span>{say('own.lines')}</span>
          <textarea
            class="entry"
            rows={4}
            value={text}
            placeholder={say('own.linesHint')}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <label>
          <span>{say('own.titleEn')}</span>
          <input
            class="entry"
            lang="en"
            maxLength={LONGEST.titleEn}
            value={titleEn}
            onInput={({ currentTarget }) => setTitleEn(currentTarget.value)}
          />
        </label>
        <div class="emergency-minutes">
          <span>{say('own.minutes')}</span>
          {DURATIONS.map((one) => (
            <button type="button" class="chip" key={one} aria-pressed={one === minutes} onClick={() => setMinutes(one)}>
              {say('own.forMinutes', { count: one })}
            </button>
          ))}
        </div>
        <small>{say('own.voice')}</small>
      </div>
      <div class="emergency-own-side">
        <div class="emergency-picture" role="img" aria-label={say('own.preview')}>
          <Takeover
            number={null}
            emergency={{
              id: 'draft',
              title: `${drill ? say('own.drillMark') : ''}${title.trim() || say('own.titleHint')}`,
              titleEn: titleEn.trim() || null,
              lines: lines.slice(0, MOST_LINES),
              drill,
              raisedAt: 0,
              until: 0,
              spoken: '',
            }}
          />
        </div>
        <div class="emergency-own-foot">
          <Button label={say('own.close')} onPress={() => open(false)} />
          <span class="grow" />
          <Button
            label={say('raise')}
            look="grave"
            icon="warning"
            big
            blocked={blocked ?? fault}
            busy={busy}
            onPress={() =>
              onRaise({ name: title.trim(), title: title.trim(), titleEn: titleEn.trim() || null, lines, minutes })
            }
          />
        </div>
      </div>
    </li>
  )
}

/** Each line that is not empty. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
