import type { Viewer } from '../access/viewer.ts'
import type { Bucket } from './share.ts'

/** Whose budget a request spends: an API key's, a person's, that of a token for a role, or that of a stranger's network. */
export function holderOf(viewer: Viewer | null, network: string): string {
  if (!viewer) return `network ${network}`
  if (viewer.apiKey) return `key ${viewer.apiKey}`
  if (viewer.person) return `person ${viewer.person}`
  // the header can be written in several ways, what is signed cannot
  return `${viewer.role} until ${viewer.expiresAt.getTime()}`
}

/** What a stranger gets of the bucket that the configuration gives to everybody else. */
export const forStrangers = ({ capacity, perSecond }: Bucket): Bucket => ({
  capacity: Math.floor(capacity / 10),
  perSecond: Math.floor(perSecond / 10),
})
