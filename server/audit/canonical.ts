/** The text of an entry that is sealed, in SQL; the same on every server, in every time zone. */
export const entryText = (entry: string): string => `json_build_array(
  ${entry}.id, to_char(${entry}.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), ${entry}.xid::text, ${entry}.role,
  ${entry}.person_id, ${entry}.api_key_id, ${entry}.action, ${entry}.type, ${entry}.subjects, ${entry}.request_id)::text`

/** The text of a seal that its own hash is of, in SQL; the hash of the seal before it is part of it. */
export const sealText = (seal: string): string => `json_build_array(
  ${seal}.number, to_char(${seal}.day, 'YYYY-MM-DD'), ${seal}.from_xid::text, ${seal}.to_xid::text, ${seal}.ids,
  (select array_agg(encode(hash, 'hex') order by n) from unnest(${seal}.hashes) with ordinality as each (hash, n)),
  encode(${seal}.previous, 'hex'))::text`

/** SHA-256 of a text, in SQL. */
export const hashOf = (text: string): string => `sha256(convert_to(${text}, 'UTF8'))`
