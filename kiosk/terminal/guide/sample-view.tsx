import type { JSX } from 'preact'
import { say } from '../words.ts'

/** A filled-in form to look at, over the page. `file` is a name in the hall's samples. */
export function SampleView({ file, onClose }: { file: string; onClose: () => void }): JSX.Element {
  return (
    <div class="veil sample-view" role="dialog" aria-label={say('seeSample')}>
      <figure class="card">
        <img src={`/samples/${encodeURIComponent(file)}`} alt={say('seeSample')} />
        <figcaption>{say('sampleHint')}</figcaption>
        <button type="button" class="main-action" onClick={onClose}>
          {say('close')}
        </button>
      </figure>
    </div>
  )
}
