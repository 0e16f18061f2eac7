import { z } from 'zod'

const isBare = (said: string): boolean => {
  if (!URL.canParse(said)) return true
  const { protocol, pathname, search, hash, username } = new URL(said)
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === ''
}

/**
 * Where a visitor's phone reaches the gateway: name and port alone, kept without a slash at its end, because every address that is printed
 * goes on with one. A path is refused: pages ask for /api and /assets at the root.
 */
export const publicAddress = z
  .url()
  .refine(isBare, '这里只写协议、域名和端口，例如 https://zwfw.example.cn。不能带路径：请给大厅单独一个域名或端口。')
  .overwrite((said) => (URL.canParse(said) ? new URL(said).origin : said))
