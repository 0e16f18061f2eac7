import type { JSX } from 'preact'
import { drawings } from './icon-drawings.tsx'

export type IconName = keyof typeof drawings

/** Stands always beside a word. */
export function Icon({
  name,
  size = 24,
  stroke = 1.6,
}: {
  name: IconName
  size?: number
  stroke?: number
}): JSX.Element {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={stroke}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  )
}

/** The mark: roof, pillars, open door. Qing, never red. */
export function Mark({ size = 64 }: { size?: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#165866" />
      <g fill="none" stroke="#FFFDF8" stroke-width="4" stroke-linecap="square">
        <path d="M13 23.5C22 23 28 20 32 14C36 20 42 23 51 23.5" />
        <path d="M19 30v20M45 30v20M14 50h36" />
      </g>
      <rect x="28" y="34" width="8" height="16" fill="#FFFDF8" />
    </svg>
  )
}
