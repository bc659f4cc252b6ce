import type { IncomingMessage } from 'node:http'

const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/
const localhost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Whether a program on this machine asks for itself: a proxy here asks for others. */
export function fromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const forwarded = headers['x-forwarded-for'] ?? headers['forwarded']
  return forwarded === undefined && local.test(socket.remoteAddress ?? '')
}

/** The same, under the machine's own name: not a page whose name was made to lead here (DNS rebinding). */
export const byOwnName = (request: IncomingMessage): boolean =>
  fromThisMachine(request) && localhost.test(request.headers.host ?? '')
