import { gunzipSync, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'

/** What is kept gzipped goes as it is to whoever understands it. Its kind is set before. */
export function sendGzipped(request: Request, response: Response, packed: Buffer): void {
  response.vary('Accept-Encoding')
  if (request.acceptsEncodings('gzip') === 'gzip') response.set('content-encoding', 'gzip').send(packed)
  else response.send(gunzipSync(packed))
}

/** The same for facts that are asked for often and change seldom: packed again only when they say something else. */
export function gzippedJson(): (request: Request, response: Response, body: object) => void {
  let known = { text: '', packed: Buffer.alloc(0) }
  return (request, response, body) => {
    const text = JSON.stringify(body)
    if (text !== known.text) known = { text, packed: gzipSync(text, { level: 9 }) }
    sendGzipped(request, response.type('json'), known.packed)
  }
}
