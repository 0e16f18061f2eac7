/** A column per feature: `columns[feature][row]`. Missing numbers are NaN and go left. */
export type Columns = readonly Float32Array[]

export interface TreeSettings {
  readonly trees: number
  readonly rate: number
  readonly leaves: number
  readonly smallestLeaf: number
  /** Share of the rows, and of the columns, that each tree sees. */
  readonly rows: number
  readonly columns: number
  /** 0.5 = least absolute error; another number = that quantile. */
  readonly quantile: number
  readonly seed: number
}

/** Flat trees: a negative `feature` is a leaf with its value in `at`. */
export interface Tree {
  readonly feature: number[]
  readonly at: number[]
  readonly left: number[]
  readonly right: number[]
}
export interface Boosted {
  readonly start: number
  readonly trees: Tree[]
}

const BINS = 64

/**
 * Gradient-boosted regression trees for the absolute (or pinball) loss: signs as gradients, splits by histogram, best leaf first,
 * quantiles of what is left as leaf values (Friedman 2001, LAD_TreeBoost). The same rows and seed give the same trees.
 */
export function growTrees(columns: Columns, target: Float32Array, settings: TreeSettings): Boosted {
  const rows = target.length
  const random = randomFrom(settings.seed)
  const edges = columns.map((column) => edgesOf(column))
  const bins = columns.map((column, feature) => binned(column, edges[feature] ?? []))
  const everyone = Uint32Array.from(target, (_, row) => row)
  const start = quantileOf(everyone, target, settings.quantile)
  const now = new Float32Array(rows).fill(start)
  const left = new Float32Array(rows)
  const gradient = new Float32Array(rows)
  const trees: Tree[] = []
  for (let round = 0; round < settings.trees; round++) {
    for (let row = 0; row < rows; row++) {
      left[row] = (target[row] ?? 0) - (now[row] ?? 0)
      gradient[row] = (left[row] ?? 0) > 0 ? settings.quantile : settings.quantile - 1
    }
    const chosenRows = everyone.filter(() => random() < settings.rows)
    const chosen = columns.map((_, feature) => feature).filter(() => random() < settings.columns)
    const tree = growTree(bins, edges, chosenRows, chosen.length > 0 ? chosen : [0], gradient, left, settings)
    for (let row = 0; row < rows; row++) now[row] = (now[row] ?? 0) + leafOf(tree, columns, row)
    trees.push(tree)
  }
  return { start, trees }
}

export function predictTrees(model: Boosted, columns: Columns, row: number): number {
  let sum = model.start
  for (const tree of model.trees) sum += leafOf(tree, columns, row)
  return sum
}

function leafOf(tree: Tree, columns: Columns, row: number): number {
  let node = 0
  for (;;) {
    const feature = tree.feature[node] as number
    if (feature < 0) return tree.at[node] as number
    const value = (columns[feature] as Float32Array)[row] as number
    node = (value > (tree.at[node] as number) ? tree.right[node] : tree.left[node]) as number
  }
}

interface Leaf {
  node: number
  rows: Uint32Array
  split: { gain: number; feature: number; bin: number } | null
}

function growTree(
  bins: Uint8Array[],
  edges: number[][],
  rows: Uint32Array,
  features: number[],
  gradient: Float32Array,
  left: Float32Array,
  settings: TreeSettings,
): Tree {
  const tree: Tree = { feature: [-1], at: [0], left: [-1], right: [-1] }
  const split = (of: Uint32Array) => bestSplit(bins, of, features, gradient, settings.smallestLeaf)
  const leaves: Leaf[] = [{ node: 0, rows, split: split(rows) }]
  while (leaves.length < settings.leaves) {
    const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    if (best.split === null) break
    const { feature, bin } = best.split
    const column = bins[feature] as Uint8Array
    const goLeft = best.rows.filter((row) => (column[row] as number) <= bin)
    const goRight = best.rows.filter((row) => (column[row] as number) > bin)
    const node = tree.feature.length
    tree.feature[best.node] = feature
    tree.at[best.node] = edges[feature]?.[bin] ?? Number.POSITIVE_INFINITY
    tree.left[best.node] = node
    tree.right[best.node] = node + 1
    for (let child = 0; child < 2; child++) {
      tree.feature.push(-1)
      tree.at.push(0)
      tree.left.push(-1)
      tree.right.push(-1)
    }
    const more = leaves.length + 1 < settings.leaves
    Object.assign(best, { node, rows: goLeft, split: more ? split(goLeft) : null })
    leaves.push({ node: node + 1, rows: goRight, split: more ? split(goRight) : null })
  }
  for (const leaf of leaves) tree.at[leaf.node] = settings.rate * quantileOf(leaf.rows, left, settings.quantile)
  return tree
}

function bestSplit(
  bins: Uint8Array[],
  rows: Uint32Array,
  features: number[],
  gradient: Float32Array,
  smallest: number,
): Leaf['split'] {
  if (rows.length < 2 * smallest) return null
  const sums = new Float64Array(BINS)
  const counts = new Int32Array(BINS)
  let total = 0
  for (let i = 0; i < rows.length; i++) {
    total += gradient[rows[i] as number] as number
  }
  let best: Leaf['split'] = null
  const none = (total * total) / rows.length
  for (const feature of features) {
    sums.fill(0)
    counts.fill(0)
    const column = bins[feature] as Uint8Array
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number
      const bin = column[row] as number
      sums[bin] = (sums[bin] as number) + (gradient[row] as number)
      counts[bin] = (counts[bin] as number) + 1
    }
    let sum = 0
    let count = 0
    for (let bin = 0; bin < BINS - 1; bin++) {
      if (counts[bin] === 0) continue
      sum += sums[bin] as number
      count += counts[bin] as number
      if (count < smallest) continue
      if (rows.length - count < smallest) break
      const gain = (sum * sum) / count + (total - sum) ** 2 / (rows.length - count) - none
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, bin }
    }
  }
  return best
}

function edgesOf(column: Float32Array): number[] {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort()
  const edges: number[] = []
  for (let i = 1; i < BINS; i++) {
    const edge = sorted[Math.floor((i * sorted.length) / BINS)] ?? 0
    if (edge !== edges.at(-1) && edge < (sorted.at(-1) ?? 0)) edges.push(edge)
  }
  return edges
}

function binned(column: Float32Array, edges: number[]): Uint8Array {
  const ends = Float64Array.from(edges)
  return Uint8Array.from(column, (value) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (value > (ends[middle] as number)) low = middle + 1
      else high = middle
    }
    return low
  })
}

function quantileOf(rows: Uint32Array, values: Float32Array, q: number): number {
  const sorted = Float32Array.from(rows, (row) => values[row] as number).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}

/** Mulberry32: small, fast, the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
