import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { accessToken } from '../../../gateway/client/access.ts'
import { askFile } from '../../../gateway/client/ask.ts'
import { after, ticks } from '../../../gateway/client/page-clock.ts'
import type { MatterEdit } from '../../../gateway/contract/matter-edits.ts'
import { say } from './words.ts'

const QUIET_MS = 400

interface ListPictureProps {
  matterId: string
  before: string | null
  edit: MatterEdit
}

/** The paper with the list of materials, drawn by the gateway from the printer's own bytes, a moment after the last letter. */
export function ListPicture({ matterId, before, edit }: ListPictureProps): JSX.Element {
  const [url, setUrl] = useState<string | null>(null)
  const said = JSON.stringify({ before, edit })
  useEffect(() => {
    let left = false
    const callOff = after(QUIET_MS, () => {
      const madeAt = ticks()
      const body = JSON.parse(said) as object
      void accessToken('supervisor', null)
        .then((token) =>
          askFile(`/api/v1/catalogue/matters/${encodeURIComponent(matterId)}/list`, { token, body, madeAt }),
        )
        .then((answer) => {
          if (!left) setUrl(answer.ok ? URL.createObjectURL(answer.body) : null)
        })
    })
    return () => {
      left = true
      callOff()
    }
  }, [said])
  return url === null ? (
    <p class="card-empty" role="status">
      {say('edit.drawing')}
    </p>
  ) : (
    <div class="matter-paper">
      <img src={url} alt={say('edit.looks.list')} />
    </div>
  )
}
