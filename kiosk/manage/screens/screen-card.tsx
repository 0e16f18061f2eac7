import { timeAt } from '../../../gateway/contract/hall-time.ts'
import type { JSX } from 'preact'
import type { DisplayPage } from '../../../gateway/contract/display-pulse.ts'
import type { ManageView } from '../../../gateway/contract/manage.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light, Tag } from '../../shared/staff/marks.tsx'
import type { OrderLine } from '../../shared/staff/order-line.ts'
import { type Picture, usePicture } from './use-picture.ts'
import { say } from './words.ts'

/** A page tells of itself every ten seconds. */
export const SILENT_MS = 30_000
/** A page that was just loaded anew cannot have been told so by its reasons an hour ago. */
const BROKEN_WITHIN_MS = 3_600_000

const pictureWords: Record<Exclude<Picture['state'], 'here'>, string> = {
  none: say('noPicture'),
  dark: say('dark'),
  waiting: say('looking'),
  silent: say('silent'),
}

interface ScreenCardProps {
  screen: ManageView['screens'][number]
  page: DisplayPage | null
  layouts: ManageView['layouts']
  notices: ManageView['notices']
  timeZone: string
  now: () => number
  orders: OrderLine
}

/** One wall: its picture, its state, its layout. */
export function ScreenCard({ screen, page, layouts, notices, timeZone, now, orders }: ScreenCardProps): JSX.Element {
  const isOn = page?.heardAt != null && now() - page.heardAt < SILENT_MS
  const { picture, look } = usePicture(screen.id, isOn, now, orders)
  const broken = [
    ...new Set(page?.broken.filter(({ at }) => now() - at < BROKEN_WITHIN_MS).map(({ noticeId }) => noticeId)),
  ]
  const textOf = (noticeId: string): string => notices.find(({ id }) => id === noticeId)?.text ?? noticeId
  const busy = (what: string): boolean => orders.underWay.value === `${what} ${screen.id}`
  const switchTo = (layoutId: string): void =>
    void orders.press({
      id: `layout ${screen.id}`,
      commands: [{ type: 'switch-layout', screenId: screen.id, layoutId: layoutId === '' ? null : layoutId }],
      fine: ['already-so'],
      done: say('changed', {
        screen: screen.name,
        layout: layouts.find(({ id }) => id === layoutId)?.name ?? say('backToFolder'),
      }),
    })
  return (
    <li class="screen-card">
      <div class="screen-picture">
        {picture.state === 'here' ? (
          <figure>
            <img src={picture.url} alt={screen.name} />
            <figcaption>{say('taken', { clock: timeAt(picture.at, timeZone).slice(11) })}</figcaption>
          </figure>
        ) : (
          <p>{pictureWords[picture.state]}</p>
        )}
      </div>
      <div class="screen-head">
        <h3>
          {screen.name} <small class="num">{screen.id}</small>
        </h3>
        <Tag tone={isOn ? 'green' : 'plain'}>
          <Light light={isOn ? 'ok' : 'off'} size={14} />
          {isOn ? say('on') : say('off')}
        </Tag>
      </div>
      <p class="screen-state">
        {[
          isOn && page?.current != null ? say('current', { number: page.current }) : '',
          screen.voice && isOn && page?.sound ? say(`sound.${page.sound}`) : '',
        ]
          .filter((word) => word !== '')
          .join(' · ')}
        {broken.length > 0 && (
          <span class="screen-broken" title={broken.map(textOf).join('\n')}>
            {say('broken', { count: broken.length })}：{broken.map(textOf).join('、')}
          </span>
        )}
      </p>
      <label>
        <span>{say('layout')}</span>
        <select
          class="entry"
          value={screen.layoutId}
          disabled={busy('layout')}
          onChange={({ currentTarget }) => switchTo(currentTarget.value)}
        >
          {layouts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="screen-buttons">
        {screen.switched && <Button label={say('backToFolder')} busy={busy('layout')} onPress={() => switchTo('')} />}
        <span class="grow" />
        <Button
          label={say('reload')}
          busy={busy('reload')}
          onPress={() =>
            void orders.press({
              id: `reload ${screen.id}`,
              commands: [{ type: 'reload-screen', screenId: screen.id }],
              done: say('reloaded'),
            })
          }
        />
        <Button
          label={say('look')}
          look="plain"
          busy={busy('look') || picture.state === 'waiting'}
          onPress={() => void look()}
        />
      </div>
    </li>
  )
}
