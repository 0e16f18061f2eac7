/** Loudness that every clip gets, as root mean square of its sounding part, and the highest sample that may stand in it. */
const TARGET = 10 ** (-21 / 20)
const CEILING = 0.89
const FRAME = 240
/** Frames quieter than this part of the loudest are breath and rest; they do not count as loudness. */
const SOUNDING = 0.1

const rms = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / Math.max(1, samples.length))

/** Root mean square of the frames that sound. */
export function loudness(samples: Float32Array): number {
  const frames = Array.from({ length: Math.ceil(samples.length / FRAME) }, (_, nth) =>
    samples.subarray(nth * FRAME, (nth + 1) * FRAME),
  )
  const levels = frames.map(rms)
  const most = Math.max(...levels, 1e-9)
  const sounding = levels.filter((level) => level >= most * SOUNDING)
  return Math.sqrt(sounding.reduce((sum, level) => sum + level * level, 0) / Math.max(1, sounding.length))
}

/**
 * All clips to one loudness, so that nobody jumps at a digit. A peak that would be cut is bent back softly instead; that costs a little
 * loudness, which is given again.
 */
export function levelSamples(samples: Float32Array): Float32Array {
  let level = samples
  for (let round = 0; round < 6; round += 1) {
    const gain = TARGET / loudness(level)
    level = level.map((one) => bend(one * gain))
  }
  return level
}

const KNEE = 0.55
function bend(sample: number): number {
  const size = Math.abs(sample)
  if (size <= KNEE) return sample
  return Math.sign(sample) * (KNEE + (CEILING - KNEE) * Math.tanh((size - KNEE) / (CEILING - KNEE)))
}

/** Silence cut off both ends; the rest, within `keep` samples of its edges, stays whole. */
export function trimSamples(samples: Float32Array, keep = 120): Float32Array {
  const most = samples.reduce((peak, one) => Math.max(peak, Math.abs(one)), 0)
  const sounds = (one: number): boolean => Math.abs(one) > most * 0.02
  const first = samples.findIndex(sounds)
  const last = samples.findLastIndex(sounds)
  if (first < 0) return samples
  const cut = samples.slice(Math.max(0, first - keep), Math.min(samples.length, last + keep))
  const fade = Math.min(keep, cut.length >> 1)
  return cut.map((one, nth) => one * Math.min(1, nth / fade, (cut.length - 1 - nth) / fade))
}
