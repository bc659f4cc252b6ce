import type { Language } from '@kinerja/sdk/labels'
import { keptIn, useKept } from '../kept.ts'
import { english } from './english.ts'
import { type Formats, formatsOf } from './formats.ts'
import { indonesian, type Words } from './indonesian.ts'

const keptLanguage = keptIn(localStorage, 'kinerja.language')
const keptTheme = keptIn(localStorage, 'kinerja.theme')

/** What the page is written in. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly formats: Formats
}

const speeches: Readonly<Record<Language, Speech>> = {
  id: { language: 'id', words: indonesian, formats: formatsOf('id') },
  en: { language: 'en', words: english, formats: formatsOf('en') },
}

const browserLanguage = (): Language =>
  navigator.languages.find((language) => /^(id|en)\b/.test(language))?.startsWith('en') ? 'en' : 'id'

const languageOf = (kept: string | null): Language => (kept === 'id' || kept === 'en' ? kept : browserLanguage())

/** The language that was chosen, or the browser's. */
export const useSpeech = (): Speech => speeches[languageOf(useKept(keptLanguage))]

export const setLanguage = (language: Language): void => keptLanguage.write(language)

export const themes = ['auto', 'light', 'dark'] as const

/** `auto`: as the system has it. */
export type Theme = (typeof themes)[number]

/** The theme that was chosen. */
export const useTheme = (): Theme => {
  const kept = useKept(keptTheme)
  return themes.find((theme) => theme === kept) ?? 'auto'
}

export const setTheme = (theme: Theme): void => keptTheme.write(theme === 'auto' ? null : theme)
