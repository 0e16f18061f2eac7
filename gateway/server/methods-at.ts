import type { Router } from 'express'

/** What Express keeps of a router: a route with its methods, or what was put under a path, which may be a router again. */
interface Layer {
  route?: { methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
  /** `path`: the part of the address that is its own. */
  match(path: string): false | { path: string }
}
export interface Door {
  path: string
  router: Router
}

/** The methods that an address has, in capitals; [] = there is nothing at this address. */
export function methodsAt(doors: readonly Door[], address: string): string[] {
  const found = doors.flatMap(({ path, router }) => {
    const mount = path === '/' ? '' : path
    const isBelow = address === mount || address.startsWith(`${mount}/`)
    return isBelow ? methodsIn(router.stack as unknown as Layer[], address.slice(mount.length) || '/') : []
  })
  return [...new Set(found)].sort()
}

function methodsIn(layers: readonly Layer[], address: string): string[] {
  return layers.flatMap((layer) => {
    const own = layer.match(address)
    if (!own) return []
    if (layer.route) return Object.keys(layer.route.methods).map((method) => method.toUpperCase())
    const rest = own.path === '/' ? address : address.slice(own.path.length)
    return layer.handle.stack ? methodsIn(layer.handle.stack, rest || '/') : []
  })
}
