import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A face of the house as the first screens name it: family and weight. */
export const firstFaces = ['sans-400', 'sans-500', 'sans-700', 'serif-700', 'num-500', 'num-600', 'num-700'] as const
export type FirstFace = (typeof firstFaces)[number]
/** By page, the characters that its first screen shows in each face. */
export type FirstScreens = Record<string, Partial<Record<FirstFace, string>>>

const packages = { sans: 'noto-sans-sc', serif: 'noto-serif-sc', num: 'barlow' } as const
/** Names of their own: what stands before the slices in a list of families is asked first, and slices that come later change nothing. */
const families = { sans: 'Tingshi Sans', serif: 'Tingshi Serif', num: 'Tingshi Figures' } as const
type Family = keyof typeof families

/** `files`: those that have the face's characters, the largest first. */
export function faceFiles(face: FirstFace): { family: string; weight: string; files: string[] } {
  const [name, weight = ''] = face.split('-') as [Family, string]
  const { resolve } = createRequire(import.meta.url)
  const folder = join(dirname(resolve(`@fontsource/${packages[name]}/package.json`)), 'files')
  const file = (part: string): string => join(folder, `${packages[name]}-${part}-${weight}-normal.woff2`)
  const parts = name === 'num' ? ['latin'] : ['chinese-simplified', 'latin']
  return { family: families[name], weight, files: parts.map(file) }
}
