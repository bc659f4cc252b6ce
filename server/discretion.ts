/** A message without what only its sender may know: numbers as long as a NIP, tokens, keys. */
export const withoutSecrets = (message: string): string =>
  message
    .replace(/\beyJ[\w.-]+/g, '…')
    .replace(/\bkinerja_\w+/g, '…')
    .replace(/\d{6,}/g, '…')

/** A message of graphql-js or Apollo without the literals and names that it quotes from a request. */
export const withoutLiterals = (message: string): string =>
  withoutSecrets(literals.reduce((text, [quoting, told]) => text.replace(quoting, told), message))

const literals: readonly [RegExp, string][] = [
  [/ (String|BlockString|Int|Float) ".*"\.$/s, ' $1.'],
  [/(Expected value of type "[^"]*"), found .*/s, '$1.'],
  [/(cannot represent [\w\s-]+? value): .*/s, '$1'],
  [/ has invalid value .*/s, ' has an invalid value.'],
  [/^Value ".*" does/s, 'The value does'],
  [/^Unknown operation named ".*"\./s, 'There is no operation of that name.'],
]
