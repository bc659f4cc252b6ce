import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * Where a request comes from: the socket's address; behind `hops` proxies of ours, what the outermost of them wrote into
 * `X-Forwarded-For`. What stands before that in the header, anybody can write.
 */
export function addressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, hops: number): string {
  const direct = socket.remoteAddress ?? ''
  if (!hops) return direct
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join().split(',')
  const address = forwarded.at(-hops)?.trim() ?? ''
  return isIP(address) ? address : direct
}

/** The network of an address: an IPv4 address is one, of IPv6 one customer has 2⁶⁴ addresses. */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (four || isIP(address) !== 6) return four ?? address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
