import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  type FreeWords,
  freeAnnouncement,
  freeId,
  freeWhat,
  freeWhere,
  freeWho,
  whatsFor,
} from '../../gateway/contract/free-announcement.ts'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { type Slots, filledWords } from '../shared/staff/fill-slots.ts'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { say } from './words.ts'

interface FreeAnnounceProps {
  orders: OrderLine
  counters: readonly string[]
  /** The number that it is about; null = none was chosen. */
  number: string | null
  blocked: string | null
  onBack: () => void
  onClose: () => void
}

/** A sentence out of spoken parts: whom, where to, what for. Nothing of it is typed but figures, so nobody's name is ever called out. */
export function FreeAnnounce({ orders, counters, number, blocked, onBack, onClose }: FreeAnnounceProps): JSX.Element {
  const [words, setWords] = useState<FreeWords>({ who: 'number', where: 'counter', what: null })
  const [slots, setSlots] = useState<Slots>({ number: number ?? '', counter: '' })
  const put = (change: Partial<FreeWords>): void => {
    const next = Object.assign({}, words, change)
    const fits = next.what === null || whatsFor(next).includes(next.what)
    setWords(fits ? next : { ...next, what: null })
  }
  const template = freeAnnouncement(freeId(words))
  const given =
    template && Object.fromEntries(Object.keys(template.slots).map((slot) => [slot, slots[slot]?.trim() ?? '']))
  const preview = template && given && filledWords(template, given, 'zh-Hans')
  const isStrange = given?.counter !== undefined && given.counter !== '' && !counters.includes(given.counter)
  const missing = isStrange
    ? say('free.noCounter', { id: given?.counter ?? '' })
    : preview === null
      ? say(template === null ? 'free.half' : 'announce.missing')
      : null
  const why = blocked ?? missing
  const speak = (): void => {
    if (why !== null || !template || !given) return
    void orders.press({
      id: 'announce',
      commands: [{ type: 'announce', templateId: template.id, slots: given }],
      done: say('announce.done', { name: preview ?? '' }),
      then: onClose,
    })
  }
  return (
    <Dialog
      title={say('free.title')}
      onClose={onClose}
      wide
      onKey={(key, event) => {
        if (key !== 'Enter' || event.target instanceof HTMLButtonElement) return
        event.preventDefault()
        speak()
      }}
    >
      <div class="free">
        <Row label={say('free.who')}>
          {(Object.keys(freeWho) as (keyof typeof freeWho)[]).map((who) => (
            <Chip key={who} on={words.who === who} word={say(`free.whos.${who}`)} onPress={() => put({ who })} />
          ))}
          {words.who === 'number' && (
            <input
              class="num"
              aria-label={say('free.number')}
              placeholder={say('free.number')}
              value={slots.number}
              maxLength={6}
              autofocus
              onInput={({ currentTarget }) => setSlots({ ...slots, number: currentTarget.value })}
            />
          )}
        </Row>
        <Row label={say('free.where')}>
          {(Object.keys(freeWhere) as (keyof typeof freeWhere)[]).map((where) => (
            <Chip
              key={where}
              on={words.where === where}
              word={say(`free.wheres.${where}`)}
              onPress={() => put({ where: words.where === where ? null : where })}
            />
          ))}
          {words.where === 'counter' && (
            <input
              class="num"
              inputMode="numeric"
              aria-label={say('free.counter')}
              placeholder={say('free.counter')}
              value={slots.counter}
              maxLength={3}
              onInput={({ currentTarget }) => setSlots({ ...slots, counter: currentTarget.value })}
            />
          )}
        </Row>
        <Row label={say('free.what')}>
          {whatsFor(words).map((what) => (
            <Chip
              key={what}
              on={words.what === what}
              word={freeWhat[what].zh}
              onPress={() => put({ what: words.what === what ? null : what })}
            />
          ))}
        </Row>
        <p class="free-said" aria-live="polite">
          <small>{say('free.will')}</small>
          <b>{preview ?? '……'}</b>
        </p>
      </div>
      <div class="dialog-foot">
        <Button label={say('announce.back')} icon="back" onPress={onBack} />
        <span class="grow" />
        <Button
          big
          look="main"
          icon="speaker"
          keyCap={say('palette.enter')}
          label={say('announce.confirm')}
          blocked={why}
          busy={orders.underWay.value === 'announce'}
          onPress={speak}
        />
      </div>
    </Dialog>
  )
}

const Row = ({ label, children }: { label: string; children: ComponentChildren }): JSX.Element => (
  <fieldset>
    <legend>{label}</legend>
    {children}
  </fieldset>
)
const Chip = ({ on, word, onPress }: { on: boolean; word: string; onPress: () => void }): JSX.Element => (
  <button type="button" class="free-chip" aria-pressed={on} onClick={onPress}>
    {word}
  </button>
)
