const secretColumns: ReadonlySet<string | null> = new Set(['nip', 'nuptk', 'nik'])

// NIP, NUPTK and NIK wherever they stand, whole, grouped, or as a spreadsheet left them
const longNumbers = /\d(?:[ .,]?\d){14,}|\d[.,]?\d*E\+?\d+/gi

const longest = 200

/**
 * A delivered value fit for a report, shortened: of long personal numbers the last four characters stay.
 *
 * @example mask('nip', '1.98507E+17') // '•••••••E+17'
 */
export function mask(column: string | null, value: string): string {
  return (secretColumns.has(column) ? hide(value) : value.replace(longNumbers, hide)).slice(0, longest)
}

function hide(text: string): string {
  return '•'.repeat(Math.max(0, text.length - 4)) + text.slice(-4)
}
