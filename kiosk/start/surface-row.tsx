import type { JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import type { Surface } from './surfaces.ts'

/** One page of the hall, as a row to open it by. */
export function SurfaceRow({ icon, title, text, address }: Surface): JSX.Element {
  const inside = (
    <>
      <span class="surface-icon">
        <Icon name={icon} size={26} />
      </span>
      <span class="surface-words">
        <b>{title}</b>
        <small>{text}</small>
      </span>
      {address !== null && <Icon name="chevron" size={18} stroke={1.8} />}
    </>
  )
  return address === null ? (
    <span class="surface surface-none">{inside}</span>
  ) : (
    <a class="surface" href={address} target="_blank" rel="noopener">
      {inside}
    </a>
  )
}
