import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { budgets } from './budgets.ts'

/** The server of the graph: what the page asks goes through this one, so that the page needs no other origin. */
const target = process.env['KINERJA_URL'] ?? 'http://localhost:4000'
const proxy = Object.fromEntries(['/graphql', '/playground/people', '/evidence'].map((path) => [path, { target }]))

/** The page loads nothing that is not its own. The hash is that of the style that Observable Plot writes into each chart. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM='",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Writes the policy into the page, for servers that set no headers. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'content-security-policy', content: policy }, injectTo: 'head-prepend' },
  ],
}

const port = Number(process.env['DASHBOARD_PORT'] ?? 5173)

export default defineConfig({
  plugins: [react(), contentSecurityPolicy, budgets],
  server: { port, strictPort: true, proxy },
  preview: {
    port,
    strictPort: true,
    proxy,
    headers: {
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  },
})
