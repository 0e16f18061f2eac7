import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { every } from '../../../gateway/client/page-clock.ts'
import type { DisplayPage } from '../../../gateway/contract/display-pulse.ts'
import { timeAt } from '../../../gateway/contract/hall-time.ts'
import type { ManageView } from '../../../gateway/contract/manage.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light } from '../../shared/staff/marks.tsx'
import type { OrderLine } from '../../shared/staff/order-line.ts'
import type { SectionProps } from '../section-props.ts'
import { askPages } from '../screens/ask-screens.ts'
import { SILENT_MS } from '../screens/screen-card.tsx'
import { usePicture } from '../screens/use-picture.ts'
import { say as sayScreens } from '../screens/words.ts'
import { say } from './words.ts'

const ASK_EACH_MS = 10_000

/** Every wall with what it shows now, when somebody wants to look. */
export function ScreensCard({
  hall,
  view,
  orders,
  open,
}: Pick<SectionProps, 'hall' | 'view' | 'orders' | 'open'>): JSX.Element {
  const [pages, setPages] = useState<readonly DisplayPage[]>([])
  useEffect(() => {
    let left = false
    const look = (): void => void askPages().then((found) => found && !left && setPages(found))
    look()
    const stop = every(ASK_EACH_MS, look)
    return () => {
      left = true
      stop()
    }
  }, [])
  return (
    <section class="card board-screens" aria-label={say('screens.title')}>
      <div class="card-head">
        <h2>{say('screens.title')}</h2>
        <span class="grow" />
        <button type="button" class="board-link" onClick={() => open('screens')}>
          {say('decide.go')}
        </button>
      </div>
      <ul>
        {view.screens.map((screen) => (
          <ScreenTile
            key={screen.id}
            screen={screen}
            heardAt={pages.find(({ screenId }) => screenId === screen.id)?.heardAt ?? null}
            timeZone={view.hall.timeZone}
            now={hall.now}
            orders={orders}
          />
        ))}
      </ul>
    </section>
  )
}

interface TileProps {
  screen: ManageView['screens'][number]
  heardAt: number | null
  timeZone: string
  now: () => number
  orders: OrderLine
}
function ScreenTile({ screen: { id, name }, heardAt, timeZone, now, orders }: TileProps): JSX.Element {
  const isOn = heardAt !== null && now() - heardAt < SILENT_MS
  const { picture, look } = usePicture(id, isOn, now, orders)
  return (
    <li>
      <div class="screen-tile">
        {picture.state === 'here' ? (
          <img src={picture.url} alt={name} />
        ) : (
          <p>
            {sayScreens(
              picture.state === 'none' ? 'noPicture' : picture.state === 'waiting' ? 'looking' : picture.state,
            )}
          </p>
        )}
      </div>
      <div class="screen-line">
        <Light light={isOn ? 'ok' : 'off'} size={14} word={sayScreens(isOn ? 'on' : 'off')} />
        <span title={name}>{name}</span>
        {picture.state === 'here' && <small class="num">{timeAt(picture.at, timeZone).slice(11)}</small>}
        <Button label={say('screens.look')} busy={picture.state === 'waiting'} onPress={() => void look()} />
      </div>
    </li>
  )
}
