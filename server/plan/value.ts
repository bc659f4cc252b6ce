import { WorkValue } from '../generated/schema.ts'

/**
 * Panduan perilaku of the seven BerAKHLAK values, in the order of the word. All seven stand in every plan (PermenPANRB 6/2022;
 * scribd 683205653; behaviours: kompasiana akbarisation 63be61971afec342d6160a12).
 */
export const values: Readonly<Record<WorkValue, readonly string[]>> = {
  [WorkValue.SERVICE]: [
    'Memahami dan memenuhi kebutuhan masyarakat',
    'Ramah, cekatan, solutif, dan dapat diandalkan',
    'Melakukan perbaikan tiada henti',
  ],
  [WorkValue.ACCOUNTABLE]: [
    'Jujur, bertanggung jawab, cermat, disiplin, dan berintegritas',
    'Memakai barang milik negara secara bertanggung jawab, efektif, dan efisien',
    'Tidak menyalahgunakan kewenangan',
  ],
  [WorkValue.COMPETENT]: [
    'Meningkatkan kompetensi diri',
    'Membantu orang lain belajar',
    'Melaksanakan tugas dengan kualitas terbaik',
  ],
  [WorkValue.HARMONIOUS]: ['Menghargai setiap orang', 'Suka menolong', 'Membangun lingkungan kerja yang kondusif'],
  [WorkValue.LOYAL]: [
    'Memegang teguh Pancasila, UUD 1945, NKRI, dan pemerintahan yang sah',
    'Menjaga nama baik',
    'Menjaga rahasia jabatan dan negara',
  ],
  [WorkValue.ADAPTIVE]: ['Cepat menyesuaikan diri', 'Terus berinovasi', 'Bertindak proaktif'],
  [WorkValue.COLLABORATIVE]: [
    'Memberi kesempatan berkontribusi',
    'Terbuka bekerja sama',
    'Menggerakkan sumber daya untuk tujuan bersama',
  ],
}
