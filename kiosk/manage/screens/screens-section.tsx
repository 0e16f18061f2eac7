import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import type { DisplayPage } from '../../../gateway/contract/display-pulse.ts'
import { Button } from '../../shared/staff/button.tsx'
import { ChoiceDialog } from '../../shared/staff/choice-dialog.tsx'
import type { SectionProps } from '../section-props.ts'
import { askPages } from './ask-screens.ts'
import { ScreenCard } from './screen-card.tsx'
import { say } from './words.ts'
import './screens.css'
import { every } from '../../../gateway/client/page-clock.ts'

const ASK_EACH_MS = 5_000

/** Every wall of the hall: what hangs on it, what it looks like now, and how to change it. */
export function ScreensSection({ hall, view, orders }: SectionProps): JSX.Element {
  const [pages, setPages] = useState<readonly DisplayPage[]>([])
  const [asking, ask] = useState(false)
  const [hasPhone, setHasPhone] = useState(false)
  useEffect(() => {
    let left = false
    const look = (): void => void askPages().then((found) => found && !left && setPages(found))
    look()
    const stop = every(ASK_EACH_MS, look)
    void getJson('/api/v1/hall', withFields<{ phoneNumbers: boolean; remoteNumbers: boolean }>('phoneNumbers')).then(
      ({ phoneNumbers, remoteNumbers }) => left || setHasPhone(phoneNumbers || remoteNumbers),
      () => {},
    )
    return () => {
      left = true
      stop()
    }
  }, [])
  return (
    <section class="card screens">
      <div class="card-head">
        <h2>{say('title')}</h2>
        <span class="grow" />
        {hasPhone && (
          <a class="tag filter" href="/poster" target="_blank" rel="noreferrer">
            {say('poster')}
          </a>
        )}
        <Button label={say('reloadAll')} onPress={() => ask(true)} />
      </div>
      <ul>
        {view.screens.map((screen) => (
          <ScreenCard
            key={screen.id}
            screen={screen}
            page={pages.find(({ screenId }) => screenId === screen.id) ?? null}
            layouts={view.layouts}
            notices={view.notices}
            timeZone={view.hall.timeZone}
            now={hall.now}
            orders={orders}
          />
        ))}
      </ul>
      {asking && (
        <ChoiceDialog
          title={say('sureReload')}
          choices={[{ value: 'yes', label: say('yesReload') }]}
          onChoose={() => {
            ask(false)
            const commands = view.screens.map(({ id }) => ({ type: 'reload-screen' as const, screenId: id }))
            void orders.press({ id: 'reload-all', commands, done: say('reloaded') })
          }}
          onClose={() => ask(false)}
        />
      )}
    </section>
  )
}
