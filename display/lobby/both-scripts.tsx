import type { ComponentChildren, JSX } from 'preact'
import type { ScriptSettings } from '../../gateway/contract/wall-settings.ts'

interface BothProps {
  scripts: Pick<ScriptSettings, 'order' | 'placing'>
  /** Each word a column of its own, from left to right. */
  mongolian: readonly string[]
  /** The Chinese. */
  children: ComponentChildren
}

/** The same thing in the hall's scripts, in its order: beside, or one above the other. */
export function BothScripts({ scripts: { order, placing }, mongolian, children }: BothProps): JSX.Element {
  const columns = mongolian.length > 0 && (
    <span class="mong-columns">
      {mongolian.map((word) => (
        <span key={word} class="mong" lang="mn-Mong" style={{ '--letters': [...word].length }}>
          {word}
        </span>
      ))}
    </span>
  )
  const isFirst = order[0] === 'mn-Mong'
  return (
    <div class={`both ${placing}`}>
      {isFirst && columns}
      {children}
      {!isFirst && columns}
    </div>
  )
}
