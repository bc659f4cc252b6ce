import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { FolderStorage } from './folder-storage.ts'
import { S3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

/** The folder of a server's files. */
export const folderOf = ({ dataDirectory }: Pick<Config, 'dataDirectory'>): string => join(dataDirectory, 'evidence')

/** Where a server keeps files: in its bucket, else in its folder. */
export const storageOf = (config: Pick<Config, 'bucket' | 'dataDirectory'>): Storage =>
  config.bucket ? new S3Storage(config.bucket) : new FolderStorage(folderOf(config))
