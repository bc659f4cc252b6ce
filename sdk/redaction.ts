const mark = '[redacted]'

// NIP (18 digits), NUPTK and NIK (16): in whatever text, whoever wrote it.
const personalNumber = /\d(?: ?\d){14,}/g

// An API key up to its secret is no secret: it tells which one it was.
const secretOfKey = /(?<=kinerja_[a-z]+_[0-9A-Za-z]{22}_)\w+/g

const jsonWebToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g

/**
 * Takes what was sent out of a text that will be logged: every string of the variables that is longer than two
 * characters, the token, the secret of any API key, and every number as long as a NIP.
 */
export const redact = (text: string, sent: unknown): string => {
  const secrets = [...strings(JSON.parse(JSON.stringify(sent)))]
    .filter((secret) => secret.length > 2)
    .sort((a, b) => b.length - a.length)
  return secrets
    .reduce((rest, secret) => rest.replaceAll(secret, mark), text)
    .replace(secretOfKey, mark)
    .replace(personalNumber, mark)
}

/** Takes the token, what looks like one, and the secret of any API key out of a text that will be kept. */
export const withoutSecrets = (text: string, token: string | undefined): string =>
  (token ? text.replaceAll(token, mark) : text).replace(jsonWebToken, mark).replace(secretOfKey, mark)

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* strings(inner)
}
