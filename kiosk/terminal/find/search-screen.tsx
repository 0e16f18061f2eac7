import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { after } from '../../../gateway/client/page-clock.ts'
import { askedDepartment } from '../../../gateway/catalogue/search/asked-department.ts'
import { searchMatters } from '../../../gateway/catalogue/search/search-matters.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { departments, facts } from '../hall-facts.ts'
import { Pager } from '../pager.tsx'
import { useRowsThatFit } from '../rows-that-fit.ts'
import type { Session } from '../session.ts'
import { useTypedKeys } from '../use-typed-keys.ts'
import { say } from '../words.ts'
import { askedPlaces } from './asked-place.ts'
import { index } from './indexed-catalogue.ts'
import { Entry, entryBy } from './entry.tsx'
import { MatterRow } from './matter-row.tsx'
import { say as sayMode } from '../modes/words.ts'
import { Pending } from '../write/pending.tsx'
import { say as sayWrite } from '../write/words.ts'
import { readsAs } from './reads-as.ts'
import { PlaceRow } from './place-row.tsx'
import { WaysIn } from './ways-in.tsx'

/** Who types no further for so long has asked something. */
const RESTS_MS = 1_200
const MOST = 60
const MOST_ROWS = 5
/** Rows of what everybody wants, before anything is typed. */
const OFTEN = 3
const LONGEST_QUERY = 60
/** Counters and facilities that were asked for stand above the matters. */
const MOST_PLACES = 2

/** Answers each key from the terminal's own index. */
export function SearchScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { press, where, queues, callGuide } = session
  const page = useSignal(0)
  /** A character that is being written by hand; '' = none. */
  const pending = useSignal('')
  const elder = session.elder.value
  const by = entryBy(session)
  const query = where.value.context.query
  const type = (next: string): void => {
    page.value = 0
    press({ type: 'typed', query: next.slice(0, LONGEST_QUERY) })
  }
  useTypedKeys((key) => {
    const now = where.value.context.query
    if (/^[a-zA-Z0-9]$/.test(key)) type(now + key.toLowerCase())
    else if (key === 'Backspace') type(now.slice(0, -1))
  })
  const { found, total, near, letters, ask } = searchMatters(index.value, query, MOST)
  const askThere = ask === null ? null : askedDepartment(departments.value, ask)
  const places =
    query === ''
      ? []
      : askedPlaces(query, {
          counters: facts.value.counters,
          plan: facts.value.plan,
          departments: departments.value,
          queues: queues.value,
          here: session.terminal.value?.terminal.floor ?? '',
        }).slice(0, MOST_PLACES)
  const isEmpty = found.length === 0 && places.length === 0
  useEffect(() => {
    return after(RESTS_MS, () => session.searched.rested(query, isEmpty))
  }, [session, query, isEmpty])
  const { page: main, rows } = useRowsThatFit(
    MOST_ROWS,
    `${query} ${wide} ${places.length} ${session.look.value} ${by}`,
  )
  const each = Math.max(1, rows.value - places.length)
  const pages = Math.max(1, Math.ceil(found.length / each))
  const shown = found.slice(page.value * each, (page.value + 1) * each)
  return (
    <main class="screen search" ref={main}>
      <div class="above">
        <h1 class="serif">{elder && by === 'write' ? sayWrite('title') : say('searchTitle')}</h1>
        <label class={`field ${by === 'pinyin' ? '' : 'by-hand'}`}>
          {!elder && <Icon name="search" size={56} />}
          {/* Chinese from a plugged-in keyboard arrives here. */}
          <input
            value={query}
            placeholder={by === 'pinyin' ? say('searchHint') : ''}
            onInput={(event) => type(event.currentTarget.value)}
            aria-label={say('searchTitle')}
            spellcheck={false}
            autocomplete="off"
          />
          {by === 'pinyin' && (
            <span class="reads" lang="zh-Hans">
              {readsAs(query, found)}
            </span>
          )}
          {by !== 'pinyin' && <Pending character={pending.value} nth={[...query].length + 1} elder={elder} />}
        </label>
        {query === '' && <WaysIn session={session} often={session.low.value && !wide ? 0 : Math.min(OFTEN, each)} />}
        {places.length > 0 && (
          <div class="card rows asked-places">
            {places.map((place, nth) => (
              <PlaceRow key={nth} session={session} place={place} />
            ))}
          </div>
        )}
        {query !== '' && found.length > 0 && (
          <div class="found" role="status">
            <span>{near === null ? say('found', { count: total }) : say('meant', { query, meant: near.meant })}</span>
            <span>{say('nowAbout')}</span>
          </div>
        )}
        {query !== '' && found.length === 0 && places.length === 0 && (
          <div class="card empty" role="status">
            <b>{say('nothing', { query })}</b>
            <p>
              {askThere
                ? say('askThere', { department: askThere.name })
                : elder
                  ? sayMode('nothingHint')
                  : say('nothingHint')}
            </p>
            {askThere && (
              <button
                type="button"
                class="outlined"
                onClick={() => press({ type: 'list', list: { by: 'department', id: askThere.id } })}
              >
                {say('mattersOf', { department: askThere.name })}
              </button>
            )}
            <button type="button" class="outlined" onClick={callGuide} disabled={!session.canCallGuide.value}>
              <Icon name="guide" size={44} /> {elder ? sayMode('ask') : say('callGuide')}
            </button>
          </div>
        )}
        {shown.length > 0 && (
          <div class="card rows">
            {shown.map(({ entry, marks, why }, nth) => (
              <MatterRow
                key={entry.id}
                best={elder && nth === 0 && page.value === 0}
                entry={entry}
                marks={marks}
                why={why}
                queue={queues.value.find(({ id }) => id === entry.queueId) ?? null}
                onPress={() => press({ type: 'matter', id: entry.id })}
              />
            ))}
          </div>
        )}
        {pages > 1 && <Pager page={page.value} pages={pages} onTurn={(to) => void (page.value = to)} />}
      </div>
      <Entry
        session={session}
        wide={wide}
        query={query}
        live={query === '' ? null : letters}
        onType={type}
        onPending={(character) => void (pending.value = character)}
      />
    </main>
  )
}
