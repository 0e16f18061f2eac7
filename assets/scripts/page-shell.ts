import { basename } from 'node:path'
import type { Plugin } from 'vite'
import titles from '../locales/zh-Hans/titles.json' with { type: 'json' }

type PageName = keyof typeof titles
const isPage = (name: string): name is PageName => name in titles

/** Pages behind a visitor's own address: no search engine keeps them. */
const own: readonly PageName[] = ['phone', 'take-away', 'complain']

/** Puts the same head around the body of every page; the name of the file says whose title it is. */
export function pageShell(): Plugin {
  return {
    name: 'page-shell',
    transformIndexHtml: {
      order: 'pre',
      handler(body, { filename }) {
        const name = basename(filename, '.html')
        if (!isPage(name)) throw new Error(`assets/locales/zh-Hans/titles.json: ${name}`)
        const lines = [
          '<meta charset="utf-8" />',
          '<meta name="viewport" content="width=device-width, initial-scale=1" />',
          ...(own.includes(name) ? ['<meta name="robots" content="noindex" />'] : []),
          `<title>${titles[name]}</title>`,
        ]
        return `<!doctype html>\n<html lang="zh-Hans">\n<head>\n${lines.join('\n')}\n</head>\n<body>\n${body}</body>\n</html>\n`
      },
    },
  }
}
