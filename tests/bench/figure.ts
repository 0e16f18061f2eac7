/** One figure of a bench as a line of JSON: beside its floor, which was measured in the same run. */
export function figure(name: string, value: number, unit: string, floor: number | null = null): void {
  const round = (one: number): number => Number(one.toPrecision(4))
  console.log(
    JSON.stringify({
      name,
      value: round(value),
      unit,
      floor: floor === null ? null : round(floor),
      ratio: floor === null || floor === 0 ? null : round(value / floor),
    }),
  )
}

/** The value below which the share `q` of them lies; sorts them in place. */
export function part(values: number[], q: number): number {
  values.sort((one, other) => one - other)
  return values[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
