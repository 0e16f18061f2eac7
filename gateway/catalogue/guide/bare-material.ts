import type { Material } from '../../contract/matter.ts'

/** A material of which no more is known than its name, as the catalogue would read it. */
export const bareMaterial = (name: string): Material => ({
  name,
  form: null,
  copies: null,
  note: null,
  necessity: null,
  source: null,
  sample: null,
  blank: null,
  kind: null,
  medium: null,
  pageFormat: null,
  basis: null,
  standard: null,
  fillNote: null,
})
