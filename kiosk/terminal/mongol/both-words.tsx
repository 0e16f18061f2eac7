import type { JSX } from 'preact'
import { checkedWord } from '../../../display/shared/checked-words.ts'

/** A word in two columns, Mongolian left of Chinese, both beginning at the same height; unchecked, the Chinese stands alone. */
export function BothWords({ part, name, chinese }: { part: string; name: string; chinese: string }): JSX.Element {
  const mongolian = checkedWord(part, name)
  return (
    <span class="both-words">
      {mongolian !== null && (
        <span class="mong" lang="mn-Mong">
          {mongolian}
        </span>
      )}
      <span class="upright" lang="zh-Hans">
        {chinese}
      </span>
    </span>
  )
}
