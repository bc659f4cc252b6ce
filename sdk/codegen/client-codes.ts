/** What only the client can say, since no answer came; TIMEOUT is the server's, too: then it has a status. */
export const clientCodes = {
  NETWORK: {
    description: 'No answer came: the server cannot be reached, or the connection broke.',
    id: 'Tidak dapat terhubung, coba lagi',
    en: 'Cannot connect: try again',
  },
  TIMEOUT: {
    description: 'No answer came within the time that the call was given.',
    id: 'Waktu habis, coba lagi',
    en: 'Took too long: try again',
  },
  ABORTED: {
    description: "The caller's signal was aborted. Its name is the one that fetch uses: AbortError.",
    id: 'Dibatalkan',
    en: 'Cancelled',
  },
  BAD_RESPONSE: {
    description: 'What came back is no GraphQL, or a list that never ends.',
    id: 'Jawaban server tidak terbaca',
    en: "The server's answer cannot be read",
  },
} as const
