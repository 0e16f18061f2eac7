import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import postcss from 'postcss'
import { expect, test } from 'vitest'
import { facesBySlice, woff2Only } from '../../assets/scripts/lean-fonts.ts'

const css = ['400', '500', '700']
  .map((weight) =>
    readFileSync(createRequire(import.meta.url).resolve(`@fontsource/noto-sans-sc/${weight}.css`), 'utf8'),
  )
  .join('\n')
const facesOf = (text: string): string[] => {
  const faces: string[] = []
  postcss.parse(text).walkAtRules('font-face', (face) => void faces.push(face.toString()))
  return faces
}

test('PK2 all faces are still there, those of a slice beside each other, and gzip makes a third of them', async () => {
  const only = await postcss([woff2Only]).process(css, { from: undefined })
  const lean = await postcss([woff2Only, facesBySlice]).process(`${css}\nbody { color: red }`, { from: undefined })
  expect(facesOf(lean.css).toSorted()).toEqual(facesOf(only.css).toSorted())
  expect(facesOf(lean.css).length).toBeGreaterThan(300)
  const ranges = facesOf(lean.css).map((face) => /unicode-range:([^;]+)/.exec(face)?.[1])
  const changes = ranges.filter((range, nth) => nth > 0 && range !== ranges[nth - 1]).length
  expect(changes).toBe(new Set(ranges).size - 1)
  expect(gzipSync(lean.css).length).toBeLessThan(gzipSync(only.css).length * 0.4)
  expect(lean.css).toContain('body { color: red }')
})

test('PK2 a stylesheet without faces stays as it is', async () => {
  const { css: same } = await postcss([woff2Only, facesBySlice]).process('body { color: red }', { from: undefined })
  expect(same).toBe('body { color: red }')
})
