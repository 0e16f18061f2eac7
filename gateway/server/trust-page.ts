import { X509Certificate } from 'node:crypto'

/** SHA-256 of a certificate (PEM) as browsers and `tingshi cert` show it. */
export const fingerprintOf = (pem: string): string => new X509Certificate(pem).fingerprint256

/**
 * What a device that does not trust the hall's certificate yet is shown over the open line: why, where it is, how to put it in, and the way on.
 * No script, nothing from elsewhere. `pem`: the local CA; `host`: as the device calls the gateway.
 */
export function trustPage(pem: string, host: string): string {
  const sealed = `https://${host}/enrol/`
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>装大厅的根证书</title>
<style>body{max-width:44em;margin:2em auto;padding:0 1em;font:20px/1.7 "Noto Sans SC",sans-serif;background:#F5F1E8;color:#1D1A16}
h1{font-size:32px;line-height:1.3}a{color:#165866}a.get{display:inline-block;padding:.7em 1.4em;border-radius:14px;background:#165866;color:#FFFDF8;text-decoration:none;font-weight:700}
code{word-break:break-all;font-size:16px}</style>
<h1>这台设备还不认识大厅的证书</h1>
<p>大厅的网页加密传送，用的是大厅自己的证书，不是公网上买的。装一次大厅的根证书，浏览器才认得真的网关；不装，它会说“不安全”。</p>
<p><a class="get" href="/enrol/ca.crt">取根证书</a></p>
<p>装以前核对指纹（SHA-256），要和管理员那里的一样：<br><code>${fingerprintOf(pem)}</code></p>
<ul><li>装了厅事的终端和大屏：<code>sudo tingshi-harden --gateway https://${host} --ca 取到的文件</code></li>
<li>Windows：双击文件，“安装证书”，本地计算机，放进“受信任的根证书颁发机构”。</li>
<li>安卓平板：设置，安全，安装证书，“CA 证书”。</li></ul>
<p>装好了：<a href="${sealed}">打开登记页</a></p></html>
`
}

/** Pages of it may do nothing but be read. */
export const trustPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}
