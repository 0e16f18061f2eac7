import { OwnName } from '../../shared/own-name.tsx'
import type { JSX } from 'preact'
import type { Guide } from '../../../gateway/contract/matter.ts'
import { PagedText } from '../paged-text.tsx'
import type { Session } from '../session.ts'
import { type Word, say } from '../words.ts'
import { GuideToCome } from './guide-to-come.tsx'
import { guideOf } from './guides.ts'
import { feeWords, limitWords, promiseWords } from './limit-words.ts'

interface Section {
  word: Word
  lines: readonly string[]
}
/** What is said, line by line as its source wrote it. */
const some = (...texts: (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => (text == null || text === '' ? [] : text.split('\n')))

/** Everything that 行政许可法 30 makes a hall tell, in the order in which people ask. An empty section is shown as 未提供. */
export function sectionsOf(guide: Guide | null, due: string | null): Section[] {
  const limit = (
    word: string,
    days: number | null | undefined,
    unit: Guide['promisedUnit'] | undefined,
    note: string | null | undefined,
  ): string[] =>
    days == null
      ? some(note == null ? null : `${word}：${note}`)
      : some(`${word}：${limitWords(days, unit ?? '工作日', null)}`, note)
  return [
    { word: 'conditions', lines: some(guide?.conditions) },
    { word: 'serves', lines: some(guide?.serves.join('、')) },
    {
      word: 'limits',
      lines: [
        ...limit(say('promised'), guide?.promisedDays, guide?.promisedUnit, guide?.promisedNote),
        ...limit(say('statutory'), guide?.statutoryDays, guide?.statutoryUnit, guide?.statutoryNote),
        ...some(due),
      ],
    },
    {
      word: 'specialProcedures',
      lines: (guide?.specialProcedures ?? []).map(({ name, limit, basis }) => some(name, limit, basis).join('，')),
    },
    {
      word: 'steps',
      lines: (guide?.steps ?? []).map(
        ({ name, note, by, limit, standard, result }, nth) =>
          `${nth + 1}. ${some(name, note, by, limit, standard, result).join('，')}`,
      ),
    },
    {
      word: 'fee',
      lines: [
        ...some(feeWords(guide), guide?.feeBasis),
        ...(guide?.fees ?? []).map(({ name, standard, basis }) => some(name, standard, basis).join('，')),
      ],
    },
    { word: 'numberLimit', lines: some(guide?.numberLimit) },
    { word: 'result', lines: some(guide?.result, guide?.resultDelivery.join('、')) },
    {
      word: 'placeAndTime',
      lines: some(
        guide?.place,
        guide?.handleTime,
        guide?.ways.join('、'),
        guide?.visits == null ? null : say('visits', { count: guide.visits }),
        guide?.visitReason,
      ),
    },
    { word: 'consult', lines: some(guide?.consult) },
    { word: 'complain', lines: some(guide?.complain) },
    { word: 'basis', lines: some(...(guide?.legalBasis ?? [])) },
    { word: 'questions', lines: (guide?.questions ?? []).map(({ question, answer }) => `${question} ${answer}`) },
  ]
}

export function DetailsScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const one = guideOf(session.where.value.context.matterId)
  if (!one) return <GuideToCome name="" away={false} />
  const due = one.guide && promiseWords(one.guide, session.today())
  return (
    <main class="screen details">
      <div class="above">
        <p class="caption">{one.departmentName}</p>
        <h1 class={`serif ${one.name.length > 24 ? 'long' : ''}`}>
          <OwnName of={one} />
        </h1>
      </div>
      <div class="below">
        <PagedText key={`${one.id} ${wide}`}>
          {sectionsOf(one.guide, due).map(({ word, lines }) => (
            <section key={word}>
              <h2 class="serif">{say(word)}</h2>
              {lines.length === 0 ? (
                <p class="unknown">{say('notProvided')}</p>
              ) : (
                lines.map((line, nth) => <p key={`${nth} ${line}`}>{line}</p>)
              )}
            </section>
          ))}
        </PagedText>
      </div>
    </main>
  )
}
