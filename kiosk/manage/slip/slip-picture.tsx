import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { accessToken } from '../../../gateway/client/access.ts'
import { askFile } from '../../../gateway/client/ask.ts'
import { say } from './words.ts'

interface SlipPictureProps {
  title: string
  mm: 80 | 58
  mode: 'raster' | 'text'
  sample: 'usual' | 'longest' | 'english'
}
type Picture = { state: 'drawing' } | { state: 'failed' } | { state: 'here'; url: string }

/** A sample slip as it comes out of such a printer, in the width of the paper. */
export function SlipPicture({ title, mm, mode, sample }: SlipPictureProps): JSX.Element {
  const [picture, setPicture] = useState<Picture>({ state: 'drawing' })
  useEffect(() => {
    let left = false
    let url: string | null = null
    void readPicture(mm, mode, sample).then((file) => {
      if (left) return
      url = file === null ? null : URL.createObjectURL(file)
      setPicture(url === null ? { state: 'failed' } : { state: 'here', url })
    })
    return () => {
      left = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [mm, mode, sample])
  return (
    <figure class={`slip-paper slip-paper-${mm}`}>
      <figcaption>{title}</figcaption>
      {picture.state === 'here' ? (
        <img src={picture.url} alt={title} />
      ) : (
        <p role="status">{picture.state === 'failed' ? say('failed') : say('drawing')}</p>
      )}
    </figure>
  )
}

async function readPicture(mm: number, mode: string, sample: string): Promise<Blob | null> {
  const token = await accessToken('supervisor', null)
  const answer = await askFile(`/api/v1/slip-preview?mm=${mm}&mode=${mode}&case=${sample}`, { token })
  return answer.ok ? answer.body : null
}
