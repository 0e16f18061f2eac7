import type { AtRule, Declaration, Plugin, Root } from 'postcss'

/**
 * Whatever runs our modules reads woff2: the older files would double what a page's stylesheet weighs. And a character that is on its way is
 * left out for the moment instead of being drawn in another font, or as a box where a terminal has none.
 */
export const woff2Only: Plugin = {
  postcssPlugin: 'woff2-only',
  Declaration: {
    'font-display'(declaration: Declaration): void {
      declaration.value = 'block'
    },
    src(declaration: Declaration): void {
      declaration.value = declaration.value.replace(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, '')
    },
  },
}

/**
 * Faces of the same characters stand beside each other, whatever their weight: a hundred long lists of characters are told four times,
 * and gzip looks back no further than 32 kB. Three quarters of what a stylesheet weighs on the line.
 */
export const facesBySlice: Plugin = {
  postcssPlugin: 'faces-by-slice',
  OnceExit(root: Root): void {
    const faces: AtRule[] = []
    root.walkAtRules('font-face', (face) => void faces.push(face))
    const [first] = faces
    if (!first) return
    const place = root.index(first)
    const sliceOf = (face: AtRule): string => {
      let slice = ''
      face.walkDecls('unicode-range', ({ value }) => {
        slice = value
      })
      return slice
    }
    const inOrder = faces
      .map((face) => [sliceOf(face), face] as const)
      .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    for (const face of faces) face.remove()
    root.insertBefore(
      place,
      inOrder.map(([, face]) => face),
    )
  },
}
