import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { StaffImportDone } from '../../../gateway/contract/staff-import.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { say } from './words.ts'

interface ImportCodesProps {
  hallName: string
  codes: StaffImportDone['codes']
  onClose: () => void
}

/** The codes of all who are new, told this once: on the page, and as slips to cut apart. */
export function ImportCodes({ hallName, codes, onClose }: ImportCodesProps): JSX.Element {
  const [isPrinted, setPrinted] = useState(false)
  const [asked, ask] = useState(false)
  return (
    <div class="staff-section staff-codes">
      <section class="card staff-plan">
        <div class="card-head">
          <h2>{say('codes.title', { count: codes.length })}</h2>
          <small>{say('codes.note')}</small>
        </div>
        <div class="staff-plan-rows">
          <table>
            <tbody>
              {codes.map(({ number, name, department, code }) => (
                <tr key={number}>
                  <td class="num">
                    <b>{number}</b>
                  </td>
                  <td>{name}</td>
                  <td>{department ?? '—'}</td>
                  <td class="num staff-one-code">{code}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <footer class="staff-foot">
          <small>{say('codes.lost')}</small>
          <span class="grow" />
          <Button label={say('codes.close')} onPress={() => (isPrinted ? onClose() : ask(true))} />
          <Button
            label={say('codes.print')}
            icon="printer"
            look="main"
            onPress={() => {
              print()
              setPrinted(true)
            }}
          />
        </footer>
      </section>
      <div class="code-sheet" aria-hidden="true">
        {codes.map(({ number, name, department, code }) => (
          <div key={number}>
            <small>{hallName}</small>
            <b class="serif">{name}</b>
            <span>{[say('codes.number', { number }), department].filter((one) => one !== null).join(' · ')}</span>
            <strong class="num">{code}</strong>
            <span>{say('codes.how', { address: `${location.host}/sign-in/` })}</span>
            <span>{say('codes.first')}</span>
          </div>
        ))}
      </div>
      {asked && (
        <Dialog title={say('codes.sure')} onClose={() => ask(false)}>
          <p>{say('codes.sureNote')}</p>
          <div class="dialog-foot">
            <Button label={say('codes.leave')} look="grave" onPress={onClose} />
            <span class="grow" />
            <Button label={say('codes.stay')} look="main" keyCap="Esc" first onPress={() => ask(false)} />
          </div>
        </Dialog>
      )}
    </div>
  )
}
