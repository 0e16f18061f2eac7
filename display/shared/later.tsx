import { signal } from '@preact/signals'
import type { FunctionComponent, JSX } from 'preact'

/** A part of a page that comes after its first screen. `read` fetches it; it is also fetched when it is to be shown. */
export type Later<P> = ((props: P) => JSX.Element | null) & { read(): Promise<void> }

/** `meanwhile` keeps its place until it is there. What could not be fetched is tried again when it is shown again. */
export function later<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  meanwhile: (props: P) => JSX.Element | null = () => null,
): Later<P> {
  const part = signal<FunctionComponent<P> | null>(null)
  let asked: Promise<void> | null = null
  const read = (): Promise<void> =>
    (asked ??= load().then(
      (loaded) => void (part.value = loaded),
      () => void (asked = null),
    ))
  const Later = (props: P): JSX.Element | null => {
    const Part = part.value
    if (Part) return <Part {...props} />
    void read()
    return meanwhile(props)
  }
  return Object.assign(Later, { read })
}
