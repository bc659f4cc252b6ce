import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The program `chromium`, or another of its names, on the path; undefined where there is none. */
export const chromium: string | undefined = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find(canRun)
