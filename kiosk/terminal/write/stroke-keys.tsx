import type { JSX } from 'preact'
import { type StrokeKind, strokeKinds } from './stroke-kind.ts'
import { say } from './words.ts'

const drawings: Record<StrokeKind, string> = {
  heng: 'M8 33Q30 30 52 28',
  shu: 'M30 6Q31 30 30 54',
  pie: 'M42 6Q40 36 14 54',
  dian: 'M22 16Q32 28 40 44',
  zhe: 'M12 14L46 10Q46 34 38 52',
}
export const StrokeDrawing = ({ kind, size }: { kind: StrokeKind; size: number }): JSX.Element => (
  <svg class="stroke-drawing" width={size} height={size} viewBox="0 0 60 60" aria-hidden="true">
    <path d={drawings[kind]} />
  </svg>
)

/** 横竖撇点折, each with what else counts as it. */
export const StrokeKeys = ({ onPress }: { onPress: (kind: StrokeKind) => void }): JSX.Element => (
  <div class="stroke-keys">
    {strokeKinds.map((kind) => (
      <button type="button" class="stroke-key" key={kind} onClick={() => onPress(kind)}>
        <StrokeDrawing kind={kind} size={86} />
        <b>{say(kind)}</b>
        <small>{say(`${kind}Rule`)}</small>
      </button>
    ))}
  </div>
)

const TRAY = 6
/** The strokes that were told; beyond six the last ones. */
export const StrokeTray = ({ pressed }: { pressed: readonly StrokeKind[] }): JSX.Element => (
  <div class="stroke-tray" role="status" aria-label={pressed.map((kind) => say(kind)).join('')}>
    <span>{say('strokesSoFar', { count: pressed.length })}</span>
    {pressed.slice(-TRAY).map((kind, nth) => (
      <i key={nth}>
        <StrokeDrawing kind={kind} size={56} />
      </i>
    ))}
    {pressed.length < TRAY && <i class="to-come" />}
  </div>
)
