import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Request, RequestHandler, Response } from 'express'

const ends = { br: '.br', gzip: '.gz' } as const

/** The compressed file beside this one that the browser understands, smallest first, with its headers set; else the file itself. */
function packedFor(request: Request, response: Response, folder: string, file: string): string {
  response.vary('Accept-Encoding')
  // Asked one by one: browsers name gzip first out of habit.
  const accepted = (['br', 'gzip'] as const).find((one) => request.acceptsEncodings(one) === one)
  if (accepted === undefined) return file
  const packed = `${file}${ends[accepted]}`
  if (!existsSync(join(folder, packed))) return file
  response.set('content-encoding', accepted)
  // By its own name: the compressed file's says nothing of what it is.
  response.type(extname(file))
  return packed
}

/** Before files are served: whoever understands it gets them as they were compressed by the build. */
export const packedFiles =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    if (/^\/[\w.-]+\.(js|css)$/.test(request.path))
      request.url = `/${packedFor(request, response, folder, request.path.slice(1))}`
    next()
  }

/** One page of the build, asked for anew each time and sent only when it has changed. */
export function sendPage(request: Request, response: Response, folder: string, file: string): void {
  response.set('cache-control', 'no-cache')
  response.sendFile(packedFor(request, response, folder, file), { root: folder })
}
