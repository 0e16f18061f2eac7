import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { addDays, dayAt } from '../../../gateway/contract/hall-time.ts'
import type { DutyPost, RosterRead, RosterView } from '../../../gateway/contract/roster.ts'
import { Button } from '../../shared/staff/button.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { ImportDialog } from './import-dialog.tsx'
import { RosterBar } from './roster-bar.tsx'
import { setOrders } from './set-orders.ts'
import { lookAtSheet, rosterOf, useRoster } from './use-roster.ts'
import {
  type Draft,
  cellsOf,
  copied,
  gapsIn,
  keyOf,
  mondayOf,
  rowsOf,
  weekFrom,
  withCells,
  written,
} from './week-draft.ts'
import { WeekGrid, whoWords } from './week-grid.tsx'
import { dateWords, say } from './words.ts'
import './roster.css'

const gapWords = { leader: 'gapLeader', guide: 'gapGuide', chief: 'gapChief' } as const

/** 值班: who is on duty in a week, typed into the grid, copied from last week or read from a sheet. Nothing counts before it is saved. */
export function RosterSection({ hall, view, orders, toasts }: SectionProps): JSX.Element {
  const today = dayAt(hall.now(), view.hall.timeZone)
  const [monday, setMonday] = useState(mondayOf(today))
  const { roster, stale, look } = useRoster(monday, addDays(monday, 6))
  const [draft, setDraft] = useState<Draft>(new Map())
  const [typed, type] = useState('')
  const [sheet, setSheet] = useState<{ read: RosterRead; before: RosterView } | null>(null)
  const [busy, setBusy] = useState<'save' | 'copy' | 'read' | null>(null)
  const saved = cellsOf(roster?.duties ?? [])
  const text = (key: string): string => draft.get(key) ?? saved.get(key) ?? ''
  const write = (key: string, words: string): void => setDraft((now) => written(now, saved, key, words))
  const openDays = (roster?.days ?? []).filter(({ isOpen }) => isOpen).map(({ day }) => day)
  const rows = rowsOf(roster?.departments ?? [])
  const shown = rows.filter((row) => {
    const wanted = typed.trim()
    return (
      wanted === '' ||
      whoWords(row).includes(wanted) ||
      weekFrom(monday).some((day) => text(keyOf(row, day)).includes(wanted))
    )
  })

  /** Sets these cells on what the gateway has by now, so that what somebody else set meanwhile elsewhere stays. */
  async function carryOut(cells: readonly (readonly [string, string])[], done: string): Promise<boolean> {
    const days = cells.map(([key]) => key.slice(0, 10)).toSorted()
    const [from = monday, until = monday] = [days[0], days.at(-1)]
    const now = await rosterOf(from, until)
    if (!now.ok) {
      toasts.say('refused', now.message)
      return false
    }
    const next = withCells(now.body.duties, cells)
    if (!next.ok) {
      toasts.say('refused', next.message)
      return false
    }
    return orders.press({ id: 'roster', commands: setOrders(days, next.duties), done })
  }
  async function save(): Promise<void> {
    if (busy !== null || draft.size === 0) return
    setBusy('save')
    const cells = [...draft]
    if (await carryOut(cells, say('saved'))) {
      // What was typed while it was saved is kept.
      setDraft((now) => new Map([...now].filter(([key, words]) => cells.every(([k, w]) => k !== key || w !== words))))
      look()
    }
    setBusy(null)
  }
  async function copyLast(): Promise<void> {
    setBusy('copy')
    const last = await rosterOf(addDays(monday, -7), addDays(monday, -1))
    setBusy(null)
    if (!last.ok) return toasts.say('refused', last.message)
    const cells = copied(cellsOf(last.body.duties), rows, openDays, text)
    setDraft((now) => cells.reduce((next, [key, words]) => written(next, saved, key, words), now))
    toasts.say('done', cells.length > 0 ? say('copied', { count: cells.length }) : say('copiedNone'))
  }
  async function readSheet(file: File): Promise<void> {
    setBusy('read')
    const read = await lookAtSheet(file)
    const before = read.ok ? await rosterOf(read.body.from, read.body.until) : null
    setBusy(null)
    if (!read.ok) return toasts.say('refused', read.message)
    if (before && !before.ok) return toasts.say('refused', before.message)
    if (before) setSheet({ read: read.body, before: before.body })
  }
  async function takeSheet(): Promise<void> {
    if (sheet === null) return
    const { duties, from } = sheet.read
    setBusy('save')
    const isDone = await carryOut([...cellsOf(duties)], say('imported.done', { count: duties.length }))
    setBusy(null)
    if (!isDone) return
    setSheet(null)
    setMonday(mondayOf(from))
    look()
  }
  const latestSave = useRef(save)
  latestSave.current = save
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void latestSave.current()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  const check = withCells([], draft)
  return (
    <section class="card roster">
      <RosterBar
        monday={monday}
        isThisWeek={monday === mondayOf(today)}
        typed={typed}
        onType={type}
        onWeek={setMonday}
        onThisWeek={() => setMonday(mondayOf(today))}
      >
        <Button label={say('copy')} busy={busy === 'copy'} blocked={blocked} onPress={() => void copyLast()} />
        <label
          class={busy === 'read' ? 'button button-plain roster-file roster-busy' : 'button button-plain roster-file'}
        >
          {busy === 'read' ? say('imported.looking') : say('import')}
          <input
            type="file"
            accept=".xlsx,.csv,.txt"
            disabled={blocked !== null || busy !== null}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (file) void readSheet(file)
            }}
          />
        </label>
        <Button
          label={say('save')}
          keyCap="Ctrl S"
          look="main"
          busy={busy === 'save'}
          blocked={blocked ?? (check.ok ? null : check.message)}
          onPress={() => void save()}
        />
      </RosterBar>
      {roster === null ? (
        <p class="manage-still" role="status">
          {say(stale ? 'stale' : 'reading')}
        </p>
      ) : (
        <div class="roster-scroll">
          <WeekGrid
            rows={shown}
            days={roster.days}
            today={today}
            text={text}
            isChanged={(key) => draft.has(key)}
            onWrite={write}
            onFill={(row, from, words) => {
              const later = openDays.filter((day) => day >= from)
              setDraft((now) => later.reduce((next, day) => written(next, saved, keyOf(row, day), words), now))
            }}
          />
          {shown.length === 0 && <p class="card-empty">{say('none')}</p>}
        </div>
      )}
      <footer class="roster-foot">
        <span class={check.ok ? undefined : 'roster-why'}>{footWords()}</span>
        {draft.size > 0 && (
          <button type="button" class="link" onClick={() => setDraft(new Map())}>
            {say('drop')}
          </button>
        )}
        <span class="grow" />
        <small>{say('keys')}</small>
      </footer>
      {sheet && (
        <ImportDialog
          {...sheet}
          blocked={blocked}
          busy={busy === 'save'}
          onTake={() => void takeSheet()}
          onClose={() => setSheet(null)}
        />
      )}
    </section>
  )

  function footWords(): string {
    if (!check.ok) {
      const [day = '', post = 'leader', ...name] = check.key.split(' ')
      const who = name.join(' ') === '' ? say(`posts.${post as DutyPost}`) : name.join(' ')
      return say('fault', { where: `${who} ${dateWords(day)}`, why: check.message })
    }
    if (draft.size > 0) return say('changed', { count: draft.size })
    if (roster === null) return ''
    const gaps = gapsIn(
      rows,
      openDays.filter((day) => day >= today),
      text,
    )
    const parts = (['leader', 'guide', 'chief'] as const).flatMap((post) =>
      gaps[post] > 0 ? [say(gapWords[post], { count: gaps[post] })] : [],
    )
    return parts.length === 0 ? say('noGaps') : say('gaps', { parts: parts.join('，') })
  }
}
