import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A copy of the sample hall in which each named file was changed. Refuses a change that changes nothing. */
export function spoiledHall(changes: Readonly<Record<string, readonly [from: string | RegExp, to: string][]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-hall-'))
  cpSync(resolve(import.meta.dirname, '../../assets/sample-hall'), folder, { recursive: true })
  for (const [file, list] of Object.entries(changes)) {
    let text = readFileSync(join(folder, file), 'utf8')
    for (const [from, to] of list) {
      const next = text.replace(from, to)
      if (next === text) throw new Error(`${file} holds no ${String(from)}`)
      text = next
    }
    writeFileSync(join(folder, file), text)
  }
  return folder
}

/** The sample hall without the reload at night: a test that runs just then would lose what its page holds. */
export const wakefulHall = (): string => spoiledHall({ 'hall.yaml': [['hours:', 'wall: { reloadAt: null }\nhours:']] })

/** The line of the first place where the text stands, counted from 1. */
export function lineOf(folder: string, file: string, text: string): number {
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  )
}
