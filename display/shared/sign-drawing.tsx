import type { JSX } from 'preact'
import type { Sign } from '../../gateway/contract/queue-light.ts'
import './signs.css'

/** Shape and colour of a sign (VISUAL.md 6); its word stands beside it, or in it for those who hear the page. */
export const SignDrawing = ({ sign, size }: { sign: Sign; size: number }): JSX.Element => (
  <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
    {shapes[sign]}
  </svg>
)

const shapes: Record<Sign, JSX.Element> = {
  ok: <circle cx="10" cy="10" r="6.5" class="sign-ok" />,
  warning: <path d="M10 2 18.5 17.5h-17z" class="sign-warning" />,
  fault: (
    <g>
      <path d="M10 .5 19.5 10 10 19.5.5 10z" class="sign-fault" />
      <path d="M10 5.5V11M10 13.5v1.2" class="sign-mark" />
    </g>
  ),
  paused: (
    <g class="sign-line">
      <rect x="2.5" y="2.5" width="15" height="15" rx="3" />
      <path d="M8 6.5v7M12 6.5v7" />
    </g>
  ),
  off: <circle cx="10" cy="10" r="6.5" class="sign-line" />,
}
