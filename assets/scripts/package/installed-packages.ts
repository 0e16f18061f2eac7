import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Names of all packages in a node_modules folder. */
export const installedPackages = (modules: string): string[] =>
  readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    )
