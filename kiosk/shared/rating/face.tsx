import type { JSX } from 'preact'
import type { Grade } from './words.ts'

const mouths: Record<Grade, JSX.Element> = {
  5: <path d="M18.5 37.5h27c0 8-6 12.5-13.5 12.5s-13.5-4.5-13.5-12.5z" />,
  4: <path d="M20 38c2.5 6.5 7 9 12 9s9.5-2.5 12-9" />,
  3: <path d="M22 42h20" />,
  2: <path d="M21.5 46c2.5-4.5 6.5-6 10.5-6s8 1.5 10.5 6" />,
  1: (
    <>
      <path d="M19.5 48c2-7 7-10 12.5-10s10.5 3 12.5 10" />
      <path d="m17.5 19.500 8 3.500M46.5 19.500l-8 3.500" />
    </>
  ),
}

/** One of the five faces, all drawn alike: only the mouth tells them apart. Stands always beside its word. */
export const Face = ({ stars, size, stroke = 2.4 }: { stars: number; size: number; stroke?: number }): JSX.Element => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 64 64"
    fill="none"
    stroke="currentColor"
    stroke-width={stroke}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <circle cx="32" cy="32" r="27" />
    <circle cx="23" cy="27" r="2.6" fill="currentColor" stroke="none" />
    <circle cx="41" cy="27" r="2.6" fill="currentColor" stroke="none" />
    {mouths[stars as Grade]}
  </svg>
)
