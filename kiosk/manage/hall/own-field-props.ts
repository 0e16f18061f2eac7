import type { Parts, Path } from './draft.ts'

export interface OwnFieldProps {
  path: Path
  parts: Parts
  onChange: (path: Path, value: unknown) => void
}
