import { resolve } from 'node:path'

/** Whether this is an installed package: it runs by the Node that it brought along. */
export const isPackage = process.execPath === resolve(import.meta.dirname, '../bin/node')

/** Words that name commands, as they are given where this program stands: from its sources by npm, as a package by its own name. */
export function asCalledHere<Words extends string | null>(words: Words, asPackage = isPackage): Words {
  if (words === null || !asPackage) return words
  return words
    .replaceAll('npm run tingshi --', 'sudo tingshi')
    .replaceAll('npm start', 'sudo systemctl start tingshi-gateway') as Words
}
