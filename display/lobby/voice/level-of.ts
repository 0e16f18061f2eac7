/** Root mean square that every clip is played at; the shipped ones have it already (assets/scripts/voices). */
const TARGET = 10 ** (-21 / 20)
const CEILING = 0.92
const FRAME_SECONDS = 0.011
const SOUNDING = 0.1

/** The gain that brings a recording to the loudness of the others, without cutting its peaks. */
export function levelOf(samples: Float32Array, sampleRate: number): number {
  const frame = Math.max(1, Math.round(sampleRate * FRAME_SECONDS))
  const powers: number[] = []
  let peak = 0
  for (let at = 0; at < samples.length; at += frame) {
    let power = 0
    const end = Math.min(samples.length, at + frame)
    for (let nth = at; nth < end; nth += 1) {
      const sample = samples[nth] ?? 0
      power += sample * sample
      peak = Math.max(peak, Math.abs(sample))
    }
    powers.push(power / (end - at))
  }
  const most = Math.max(0, ...powers)
  if (most === 0) return 1
  const sounding = powers.filter((power) => power >= most * SOUNDING ** 2)
  const loudness = Math.sqrt(sounding.reduce((sum, power) => sum + power, 0) / sounding.length)
  return Math.min(TARGET / loudness, CEILING / peak)
}
