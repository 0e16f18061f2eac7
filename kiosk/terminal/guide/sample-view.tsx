import type { JSX } from 'preact'
import { Veil } from '../veil.tsx'
import { say } from '../words.ts'

/** A filled-in form to look at, over the page. `file` is a name in the hall's samples. */
export function SampleView({ file, onClose }: { file: string; onClose: () => void }): JSX.Element {
  return (
    <Veil look="sample-view">
      <figure class="card" role="dialog" aria-modal="true" aria-label={say('seeSample')} tabIndex={-1}>
        <img src={`/samples/${encodeURIComponent(file)}`} alt={say('seeSample')} />
        <figcaption>{say('sampleHint')}</figcaption>
        <button type="button" class="main-action" onClick={onClose}>
          {say('close')}
        </button>
      </figure>
    </Veil>
  )
}
