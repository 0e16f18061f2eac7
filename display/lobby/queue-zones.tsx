import { Fragment, type JSX } from 'preact'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import type { ScreenView } from '../../gateway/contract/display-views.ts'
import type { ScriptSettings } from '../../gateway/contract/wall-settings.ts'
import { type WaitWords, waitWords } from '../../gateway/contract/wait-words.ts'
import { Icon } from '../shared/icons.tsx'
import { linesOf, wordsOf } from './name-words.ts'
import { mongolianWord } from '../shared/mongolian-word.ts'
import { BothScripts } from './both-scripts.tsx'
import { turnIn, wordsIn } from './words.ts'

/** In English as far as the hall has named it so, else the Chinese as a whole. */
const shownName = ({ name, nameEn }: QueueView, isEnglish: boolean): string => (isEnglish && nameEn ? nameEn : name)

/** A name that does not fit on a line goes on in the next: no name loses a character. */
const nameOf = (queue: QueueView, scripts: ScriptSettings, isEnglish: boolean): JSX.Element => {
  const { id, series, nameEn } = queue
  const mongolian = mongolianWord(scripts, scripts.words.queues[id])
  return (
    <span>
      <i>{series}</i>
      <BothScripts scripts={{ ...scripts, placing: 'beside' }} mongolian={mongolian === null ? [] : [mongolian]}>
        <span class="name" lang={isEnglish && nameEn ? 'en' : 'zh-Hans'}>
          {wordsOf(shownName(queue, isEnglish)).map((word, nth) => (
            <Fragment key={nth}>
              {nth > 0 && <wbr />}
              {word}
            </Fragment>
          ))}
        </span>
      </BothScripts>
    </span>
  )
}
/** Lines that a Mongolian word of so many letters takes from top to bottom. */
const mongolianLines = (word: string, ratio: number): number =>
  Math.max(2, Math.ceil((word.length * 0.52 * 30 * ratio) / 55))
const linesOver = ({ order, words: { queues }, ratio }: ScriptSettings): ((queue: QueueView) => number) => {
  return ({ id }) => {
    const word = mongolianWord({ order }, queues[id])
    return word === null ? 1 : mongolianLines(word, ratio)
  }
}
/** Lines that the head takes beyond its one. */
const headLines = (scripts: ScriptSettings): number => {
  const word = mongolianWord(scripts, scripts.words.waiting)
  return word === null ? 0 : mongolianLines(word, scripts.ratio) - 1
}
/** `turn` as for the rows: which page of how many stands there, when there are several. */
const headOf = (scripts: ScriptSettings, pages: number, turn: number, isEnglish: boolean): JSX.Element => {
  const mongolian = mongolianWord(scripts, scripts.words.waiting)
  const say = wordsIn(isEnglish)
  return (
    <BothScripts scripts={{ ...scripts, placing: 'beside' }} mongolian={mongolian === null ? [] : [mongolian]}>
      <span>
        {say('waiting')}
        {pages > 1 && <small class="page">{say('page', { page: (turn % pages) + 1, pages })}</small>}
      </span>
    </BothScripts>
  )
}

/** `turn` counts pages; a list that is longer than its box shows one page after the other. */
export function pageOf<T>(list: readonly T[], each: number, turn: number): readonly T[] {
  const pages = Math.max(1, Math.ceil(list.length / Math.max(1, each)))
  return list.slice((turn % pages) * each, (turn % pages) * each + each)
}

/** The longest lines first; only lines with people are paged through, and the last page is filled up. */
export function busiest(queues: readonly QueueView[], each: number): QueueView[] {
  const sorted = [...queues].sort((one, other) => other.waiting - one.waiting)
  const filled = sorted.filter(({ waiting }) => waiting > 0).length
  return sorted.slice(0, Math.max(each, Math.ceil(filled / each) * each))
}

/** Signs of a name that stand on one line, by the width of the list in drawing pixels: beside the figures of a list, or beside a bar. */
export const signsInList = (width: number): number => Math.max(3, Math.floor((width - 234) / 36) - 1.5)
export const signsByBar = (width: number): number => Math.max(3, Math.floor(((width - 96 - 32) * 1.2) / 2.2 / 36) - 1)
/** A letter is about half as wide as a Chinese sign. */
const LETTERS = 2.3
/** Height of each further line of an English name, in rows. */
const NEXT_LINE = 0.65
/** The rows of page after page: as many on each as fit when long names take more lines than one. Never none. */
export function pagesByLines(
  queues: readonly QueueView[],
  room: number,
  signs: number,
  least: (queue: QueueView) => number = () => 1,
  isEnglish = false,
): QueueView[][] {
  const pages: QueueView[][] = [[]]
  let taken = 0
  for (const queue of queues) {
    const isNamed = isEnglish && queue.nameEn !== null
    const lines = linesOf(shownName(queue, isEnglish), isNamed ? signs * LETTERS : signs)
    const own = Math.max(least(queue), isNamed ? 1 + (lines - 1) * NEXT_LINE : lines)
    if (taken + own > room && taken > 0) {
      pages.push([])
      taken = 0
    }
    pages.at(-1)?.push(queue)
    taken += own
  }
  return pages
}
/** The rows of one of those pages; the last may be short, and an empty hall has none to turn. */
export function pageByLines(
  queues: readonly QueueView[],
  lines: number,
  signs: number,
  turn: number,
  least?: (queue: QueueView) => number,
): QueueView[] {
  const pages = pagesByLines(queues, lines, signs, least)
  return pages[turn % pages.length] ?? []
}

interface QueueProps {
  /** Of the list, in drawing pixels. */
  width: number
  queues: readonly QueueView[]
  /** How many lines fit. */
  each: number
  turn: number
  scripts: ScriptSettings
}

/** Minutes as the head of the column says; hours come in words, which go on in a second line. */
const waitCell = (words: WaitWords | null): JSX.Element => (
  <span class={`num ${words !== null && words.unit === '' ? 'long' : ''}`}>{words?.value ?? '—'}</span>
)

/** The rows of this turn, in the language of this turn. */
function pageNow({ queues, each, turn: all, scripts }: QueueProps, signs: number) {
  const { isEnglish, turn } = turnIn(scripts, all)
  const pages = pagesByLines(busiest(queues, each), each - headLines(scripts), signs, linesOver(scripts), isEnglish)
  return { isEnglish, head: headOf(scripts, pages.length, turn, isEnglish), rows: pages[turn % pages.length] ?? [] }
}

export function WaitingZone(props: QueueProps & { waitsKnown: boolean }): JSX.Element {
  const { scripts, waitsKnown } = props
  const { isEnglish, head, rows } = pageNow(props, signsInList(props.width))
  const say = wordsIn(isEnglish)
  return (
    <>
      <div class="head" lang={isEnglish ? 'en' : 'zh-Hans'}>
        {head}
        <span>{say('people')}</span>
        <span>{say('minutes')}</span>
      </div>
      {rows.map((queue) => (
        <div class="queue" key={queue.id}>
          {nameOf(queue, scripts, isEnglish)}
          <b class="num">{queue.waiting}</b>
          {waitCell(waitsKnown ? waitWords(queue.wait, isEnglish) : null)}
        </div>
      ))}
    </>
  )
}

/** How full the lines are: people for each open counter, as a bar beside the number of people. */
export function LoadZone(props: QueueProps): JSX.Element {
  const { queues, scripts } = props
  const { isEnglish, head, rows } = pageNow(props, signsByBar(props.width))
  const most = Math.max(1, ...queues.map(({ waiting }) => waiting))
  return (
    <>
      <div class="head" lang={isEnglish ? 'en' : 'zh-Hans'}>
        {head}
        <span />
        <span>{wordsIn(isEnglish)('people')}</span>
      </div>
      {rows.map((queue) => (
        <div class="queue" key={queue.id}>
          {nameOf(queue, scripts, isEnglish)}
          <i class="bar" style={{ '--full': `${(queue.waiting / most) * 100}%` }} />
          <b class="num">{queue.waiting}</b>
        </div>
      ))}
    </>
  )
}

/** Below this width a card is a narrow one: smaller words, two numbers. In drawing pixels. */
const NARROW = 460
const MONGOLIAN_WIDTH = 76

interface MissedProps {
  view: Pick<ScreenView, 'missed' | 'requeueWithinMinutes' | 'wall'>
  /** In drawing pixels. */
  width: number
  turn: number
}

export function MissedZone({ view, width, turn: all }: MissedProps): JSX.Element | null {
  if (view.missed.length === 0) return null
  const { scripts } = view.wall
  const { isEnglish, turn } = turnIn(scripts, all)
  const say = wordsIn(isEnglish)
  const mongolian = mongolianWord(scripts, scripts.words.missed)
  const isNarrow = width - (mongolian === null ? 0 : MONGOLIAN_WIDTH) < NARROW
  const card = (
    <div lang={isEnglish ? 'en' : 'zh-Hans'}>
      <h2>
        <Icon name="missed" size={44} stroke={1.9} /> {say('missed')}
      </h2>
      <div class="num">
        {pageOf(view.missed, isNarrow ? 2 : 3, turn).map((number) => (
          <span key={number}>{number}</span>
        ))}
      </div>
      <p>
        {isNarrow
          ? say('requeueShort', { minutes: view.requeueWithinMinutes })
          : say('requeue', { minutes: view.requeueWithinMinutes })}
      </p>
    </div>
  )
  return (
    <div
      class={`missed-card ${isNarrow ? 'narrow' : ''}`}
      style={{ '--across': isNarrow ? 2 : 3, '--signs': Math.max(...view.missed.map((number) => number.length)) }}
    >
      <BothScripts scripts={{ ...scripts, placing: 'beside' }} mongolian={mongolian === null ? [] : [mongolian]}>
        {card}
      </BothScripts>
    </div>
  )
}
