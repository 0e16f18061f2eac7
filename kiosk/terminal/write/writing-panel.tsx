import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { type Candidate, inkCandidates, keyCandidates } from './candidates-for.ts'
import { CandidateRow } from './candidate-row.tsx'
import { hand } from './hand-shelf.ts'
import { InkPad } from './ink-pad.tsx'
import type { Next } from './next-characters.ts'
import type { StrokeKind } from './stroke-kind.ts'
import { StrokeKeys, StrokeTray } from './stroke-keys.tsx'
import type { Line } from './stroke-lines.ts'
import { say } from './words.ts'

interface Props {
  by: 'write' | 'strokes'
  /** What goes on from what is written already. */
  next: ReadonlyMap<string, Next>
  elder: boolean
  low: boolean
  /** The likeliest character so far; '' = none. */
  onPending: (character: string) => void
  onCharacter: (character: string) => void
  onDelete: () => void
  /** The keys that lead to other ways of writing. */
  modes: JSX.Element
}
const NOBODY: readonly Candidate[] = []

/** 手写 and 笔画: a character is drawn or told stroke by stroke, and picked from what it may be. */
export function WritingPanel({ by, next, elder, low, onPending, onCharacter, onDelete, modes }: Props): JSX.Element {
  const ink = useSignal<readonly Line[]>([])
  const pressed = useSignal<readonly StrokeKind[]>([])
  const candidates = useSignal<readonly Candidate[]>(NOBODY)
  const batch = useSignal(0)
  const each = elder ? 4 : 6
  const count = by === 'write' ? ink.value.length : pressed.value.length
  const look = (): void => {
    const model = hand.value ?? []
    candidates.value =
      by === 'write' ? inkCandidates(model, ink.value, next) : keyCandidates(model, pressed.value, next)
    batch.value = 0
    onPending(candidates.value[0]?.character ?? '')
  }
  const afresh = (): void => {
    ink.value = []
    pressed.value = []
    look()
  }
  const back = (): void => {
    ink.value = ink.value.slice(0, -1)
    pressed.value = pressed.value.slice(0, -1)
    look()
  }
  const pick = (character: string): void => {
    onCharacter(character)
    afresh()
  }
  const tool = (icon: IconName, word: string, onPress: () => void, isOff = false): JSX.Element => (
    <button type="button" class="write-tool" disabled={isOff} onClick={onPress}>
      <Icon name={icon} size={elder ? 64 : 48} stroke={1.7} />
      {word}
    </button>
  )
  const rub = tool('rub', say('afresh'), afresh, count === 0)
  const undo = tool('undo', say('undo'), back, count === 0)
  const drop = tool('erase', say('dropCharacter'), onDelete)
  return (
    <div class={`keyboard writing ${by}`}>
      <CandidateRow
        candidates={candidates.value}
        batch={batch.value}
        each={each}
        onPick={pick}
        onTurn={() => {
          batch.value = (batch.value + 1) % Math.max(1, Math.ceil(candidates.value.length / each))
        }}
      />
      {by === 'write' ? (
        <div class="pad-row">
          <div class="pad">
            <InkPad
              ink={ink.value}
              width={elder ? 676 : 728}
              height={low ? 226 : elder ? 462 : 440}
              onLine={(line) => {
                ink.value = [...ink.value, line]
                look()
              }}
            />
            <span class="pad-note">{say('padHint')}</span>
            <span class="pad-count">{say('strokesSoFar', { count })}</span>
          </div>
          <div class="write-tools">
            {undo}
            {elder && count === 0 ? drop : rub}
            {!elder && drop}
          </div>
        </div>
      ) : (
        <>
          <div class="tray-row">
            <StrokeTray pressed={pressed.value} />
            {undo}
            {count === 0 ? drop : rub}
          </div>
          <StrokeKeys
            onPress={(kind) => {
              pressed.value = [...pressed.value, kind]
              look()
            }}
          />
        </>
      )}
      {modes}
    </div>
  )
}
