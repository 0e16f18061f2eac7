import { isDash, isNothing } from '../../sheets/no-value.ts'

/** Names that a web system writes when it has nothing: the whole name says so, a name that only contains such words is one (系统错误信息查询). */
const said: readonly RegExp[] = [
  /^(HTTP\s*)?(status|error|错误)?\s*(代码)?\s*[:：]?\s*[45]\d\d([\s:：,，.\-–—]*(not found|forbidden|unauthorized|bad (request|gateway)|internal server error|service unavailable|gateway time-?out|错误|(页面)?(不存在|未找到|找不到.{0,10})))?[.。!！]?$/i,
  /^(page )?not found[.!]?$|^(internal server error|bad gateway|service unavailable|gateway time-?out|forbidden|access denied|unauthorized|error|exception)[.!]?$/i,
  /^(对不起|抱歉|很抱歉|哎呀|sorry).{0,40}$/i,
  /^(您|你)?(访问|请求|查看|查找)?的?(该|此|本|这个)?(页面|网页|页|内容|资源|地址)(不存在|未找到|找不到|无法(访问|显示|找到)|走丢|丢失|出错|已(删除|失效|下线)|加载失败|错误).{0,20}$/,
  /^(系统|服务器?|网络|网关|接口|请求|程序|数据库?|页面|网站|服务)?(内部|连接|访问)?(繁忙|异常|错误|出错|超时|忙|失败|维护中?|正在维护|升级中|开小差)了?([，,。.!！\s]*(请|稍|您|如).{0,30})?[。.!！]?$/,
  /^(数据|页面|系统|内容)?(正在)?(加载|载入|读取|查询|loading)(中|失败)?([，,。.!！…·\s]*(请|稍).{0,20})?[。.!！…·]*$/i,
  /^(请(先|重新)?登录|未登录|登录(超时|已过期|失效)|会话(超时|已过期|失效)|(您|你)?(没有|无)(访问)?权限(访问)?).{0,20}$/,
]
/** Rows that explain the form. */
const explains =
  /^([(（]?(必填|选填|非必填|可不填)[)）]?[，,：:。]?.{0,30}|(填写|填表)(说明|要求|示例)?[：:，,。].*|(示例|样例|例如|举例)[：:].*)$/

/** Nearly every name is one: looking for such words once is cheaper than asking all that follows. */
const maybe =
  /\d{3}|found|error|forbidden|denied|exception|gateway|unavailable|unauthor|sorry|抱歉|对不起|哎呀|页|内容|资源|地址|系统|服务|网|接口|请求|程序|数据|连接|加载|载入|读取|查询|loading|登录|会话|权限|填|样例|例如|举例|示例/i

/** Why a name is none; null = it is a name. */
export function notAName(name: string): string | null {
  if (name === '' || isDash(name)) return '没有事项名称'
  if (isNothing(name)) return `事项名称是“${name}”，导出时出错了，不是事项`
  if (!maybe.test(name)) return null
  if (said.some((pattern) => pattern.test(name))) return `这一行是出错页面，不是事项（${name.slice(0, 20)}）`
  if (explains.test(name)) return '这一行是填写说明，不是事项'
  return null
}
