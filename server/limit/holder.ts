import type { Viewer } from '../access/viewer.ts'
import type { Bucket } from './share.ts'

/** Whose budget a request spends: an API key's, a person's, a role token's (`header`), or that of a stranger's network. */
export function holderOf(viewer: Viewer | null, header: string | undefined, network: string): string {
  if (!viewer) return `network ${network}`
  if (viewer.apiKey) return `key ${viewer.apiKey}`
  return viewer.person ? `person ${viewer.person}` : `token ${header}`
}

/** What a stranger gets of the bucket that the configuration gives to everybody else. */
export const forStrangers = ({ capacity, perSecond }: Bucket): Bucket => ({
  capacity: capacity / 10,
  perSecond: perSecond / 10,
})
