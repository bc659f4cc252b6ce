const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Bytes as one number to the base 62, filled up with zeros. */
export function toBase62(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`); rest > 0n; rest /= 62n)
    text = digits.charAt(Number(rest % 62n)) + text
  return text.padStart(length, '0')
}

/** The bytes again; null where the text holds another character or a number too large for them. */
export function fromBase62(text: string, bytes: number): Buffer | null {
  let value = 0n
  for (const character of text) {
    const digit = digits.indexOf(character)
    if (digit < 0) return null
    value = value * 62n + BigInt(digit)
  }
  const hex = value.toString(16).padStart(bytes * 2, '0')
  return hex.length > bytes * 2 ? null : Buffer.from(hex, 'hex')
}
