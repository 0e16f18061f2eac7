import type { JSX } from 'preact'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { Ticking } from '../shared/staff/ticking.tsx'
import { say } from './words.ts'

interface FinishQuestionProps {
  why: 'hardly' | 'emergency'
  number: string
  /** When the visit began, epoch ms. */
  since: number
  now: () => number
  onFinish: () => void
  onClose: () => void
}

/** One more question before a visit ends that has hardly begun, or in an emergency. A second slip of the same key goes on serving. */
export const FinishQuestion = ({ why, number, since, now, onFinish, onClose }: FinishQuestionProps): JSX.Element => (
  <Dialog
    title={say('finishTitle', { number })}
    onClose={onClose}
    onKey={(key) => {
      if (key === '1') onFinish()
    }}
  >
    <p>
      {why === 'emergency' ? (
        say('finishEmergency')
      ) : (
        <Ticking
          class=""
          words={() => say('finishHardly', { seconds: Math.max(0, Math.floor((now() - since) / 1000)) })}
        />
      )}
    </p>
    <div class="dialog-foot">
      <span class="grow" />
      <Button look="grave" label={say('labels.finish')} keyCap="1" onPress={onFinish} />
      <Button look="main" first label={say('finishNot')} keyCap="Esc" onPress={onClose} />
    </div>
  </Dialog>
)
