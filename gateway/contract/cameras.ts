import { z } from 'zod'
import { bareAddress } from './public-address.ts'

const MOST = 12
/** Streams and playlists are no pages: a browser downloads them, or does nothing. */
const stream = /\.(m3u8|mpd|ts|flv|mp4)$/i

const isPage = (said: string): boolean => URL.canParse(said) && /^https?:$/.test(new URL(said).protocol)

const camera = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, '编号只能用字母、数字、- 和 _，最长 32 位'),
  name: z.string().min(1).max(40),
  /** A page that plays the stream by itself (HLS or WebRTC), on one of the servers. */
  url: z.string().max(500).refine(isPage, '写播放页的网址，http 或 https 开头。rtsp 的流先由流媒体服务器转成网页。'),
})

/**
 * Pictures of cameras beside the board, as another server's page shows them; nothing is recorded or taken out. `servers`: the only addresses that
 * a frame of the board may come from.
 */
export const cameras = z
  .strictObject({
    servers: z.array(bareAddress('这里只写协议、域名和端口，例如 https://video.example.cn:8889。')).max(8).default([]),
    tiles: z.array(camera).max(MOST).default([]),
  })
  .superRefine(({ servers, tiles }, check) => {
    const seen = new Set<string>()
    for (const [nth, { id, url }] of tiles.entries()) {
      const fault = (key: 'id' | 'url', message: string): void =>
        check.addIssue({ code: 'custom', path: ['tiles', nth, key], message })
      if (seen.has(id)) fault('id', `摄像头编号 ${id} 写了两次，请改成不同的。`)
      seen.add(id)
      if (!URL.canParse(url)) continue
      const { origin, username, password, pathname } = new URL(url)
      if (`${username}${password}` !== '') fault('url', '网址里不能写账号和密码。请在流媒体服务器上放行网关的网段。')
      else if (stream.test(pathname)) fault('url', '这是流的地址，不是网页。请写流媒体服务器的播放页。')
      else if (!servers.includes(origin))
        fault('url', `${origin} 不在 cameras.servers 里。先把这台服务器写进去，画面才能放进来。`)
    }
  })
  .prefault({})

/** What the board shows of one. */
export const cameraTile = camera
export type CameraTile = z.infer<typeof cameraTile>
