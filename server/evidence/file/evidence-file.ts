import { defineEntity, p } from '@mikro-orm/core'
import { Person } from '../../person/person.ts'
import type { MediaType } from './media-type.ts'

const FileSchema = defineEntity({
  name: 'EvidenceFile',
  properties: {
    /** Under which the store has it. */
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person),
    sha256: p.text(),
    mediaType: p.text().$type<MediaType>(),
    bytes: p.integer(),
    at: p.datetime(),
    storedAt: p.datetime().nullable(),
  },
})

/** A file that somebody has sent. */
export class EvidenceFile extends FileSchema.class {}

FileSchema.setClass(EvidenceFile)
