import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { CityPush } from '../../gateway/contract/city-push.ts'
import { say } from './words.ts'

const kinds = ['notice', 'emergency', 'catalogue'] as const
type Kind = (typeof kinds)[number]
const MINUTES = [10, 30, 60, 120]
const LONGEST = { notice: 300, emergency: 24, catalogue: 0 }

interface Props {
  names: ReadonlyMap<string, string>
  /** Why the last one did not go, in words; null = it went. */
  fault: string | null
  /** False = it did not go. */
  onSend(what: CityPush, halls: string[] | null): Promise<boolean>
}

/** A notice, an emergency or a file of matters, for all halls or for some. The button says what it does. */
export function SendForm({ names, fault, onSend }: Props): JSX.Element {
  const kind = useSignal<Kind>('notice')
  const text = useSignal('')
  const minutes = useSignal(30)
  const isDrill = useSignal(true)
  const file = useSignal<File | null>(null)
  const chosen = useSignal<ReadonlySet<string>>(new Set())
  const asks = useSignal(false)
  const busy = useSignal(false)
  const count = chosen.value.size === 0 ? names.size : chosen.value.size
  const isReady = kind.value === 'catalogue' ? file.value !== null : text.value.trim() !== ''
  const turnTo = (next: Kind): void => {
    kind.value = next
    asks.value = false
  }
  const toggle = (id: string): void => {
    const next = new Set(chosen.value)
    if (!next.delete(id)) next.add(id)
    chosen.value = next
  }
  async function wish(): Promise<CityPush | null> {
    const words = text.value.trim()
    const open = { textEn: null, priority: 0, startAt: null, endAt: null }
    switch (kind.value) {
      case 'notice':
        return { kind: 'notice', text: words, ...open }
      case 'emergency':
        return {
          kind: 'emergency',
          title: words,
          titleEn: null,
          lines: [],
          drill: isDrill.value,
          minutes: minutes.value,
        }
      case 'catalogue':
        return file.value && { kind: 'catalogue', file: file.value.name.slice(-120), bytes: await base64(file.value) }
    }
  }
  async function send(): Promise<void> {
    // What sends people out of a hall is asked about once.
    if (kind.value === 'emergency' && !asks.value) return void (asks.value = true)
    const what = await wish()
    if (what === null) return
    busy.value = true
    const isSent = await onSend(what, chosen.value.size === 0 ? null : [...chosen.value])
    busy.value = false
    asks.value = false
    if (!isSent) return
    text.value = ''
    file.value = null
  }
  return (
    <form
      class="card send"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !busy.value) void send()
      }}
    >
      <div class="card-head">
        <h2>{say('send.title')}</h2>
      </div>
      <fieldset class="chips" aria-label={say('send.title')}>
        {kinds.map((one) => (
          <button key={one} type="button" aria-pressed={one === kind.value} onClick={() => turnTo(one)}>
            {say(`sent.kind.${one}`)}
          </button>
        ))}
      </fieldset>
      {kind.value === 'catalogue' ? (
        <label class="field">
          {say('send.file')}
          <input
            type="file"
            accept=".xlsx,.csv,.json"
            onChange={({ currentTarget }) => void (file.value = currentTarget.files?.[0] ?? null)}
          />
          <small>{say('send.fileNote')}</small>
        </label>
      ) : (
        <label class="field">
          {say(kind.value === 'notice' ? 'send.notice' : 'send.emergency')}
          <textarea
            rows={kind.value === 'notice' ? 4 : 2}
            maxLength={LONGEST[kind.value]}
            value={text.value}
            onInput={({ currentTarget }) => void (text.value = currentTarget.value)}
          />
        </label>
      )}
      {kind.value === 'emergency' && (
        <div class="chips">
          {MINUTES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === minutes.value}
              onClick={() => void (minutes.value = one)}
            >
              {say('send.minutes', { minutes: one })}
            </button>
          ))}
          <label class="drill">
            <input
              type="checkbox"
              checked={isDrill.value}
              onChange={({ currentTarget }) => void (isDrill.value = currentTarget.checked)}
            />
            {say('send.drill')}
          </label>
        </div>
      )}
      <fieldset class="chips">
        <legend>{say(chosen.value.size === 0 ? 'send.toAll' : 'send.toSome', { count })}</legend>
        {[...names].map(([id, name]) => (
          <button key={id} type="button" aria-pressed={chosen.value.has(id)} onClick={() => toggle(id)}>
            {name}
          </button>
        ))}
      </fieldset>
      {fault !== null && <p class="fault">{fault}</p>}
      {asks.value && <p class="fault">{say(isDrill.value ? 'send.askDrill' : 'send.askReal', { count })}</p>}
      <button type="submit" class="main" disabled={!isReady || busy.value}>
        {say(asks.value ? 'send.sure' : 'send.send', { count })}
      </button>
      <p class="note">{say('send.decides')}</p>
    </form>
  )
}

const base64 = (file: File): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(file)
  })
