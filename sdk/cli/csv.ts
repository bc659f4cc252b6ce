// What a spreadsheet would take for a formula (OWASP, "CSV Injection"), in full width as well.
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A record of a CSV file (RFC 4180), its end included. A text that a spreadsheet would calculate gets a quote before it. */
export const csvRecord = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
