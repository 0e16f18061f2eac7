import { z } from 'zod'

const isBare = (said: string): boolean => {
  if (!URL.canParse(said)) return true
  const { protocol, pathname, search, hash, username } = new URL(said)
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === ''
}

/** Name and port of a server alone, kept without a slash at its end; `message` says so to whoever wrote more. */
export const bareAddress = (message: string) =>
  z
    .url()
    .refine(isBare, message)
    .overwrite((said) => (URL.canParse(said) ? new URL(said).origin : said))

/**
 * Where a visitor's phone reaches the gateway: name and port alone, because every address that is printed goes on with a slash. A path is
 * refused: pages ask for /api and /assets at the root.
 */
export const publicAddress = bareAddress(
  '这里只写协议、域名和端口，例如 https://zwfw.example.cn。不能带路径：请给大厅单独一个域名或端口。',
)
