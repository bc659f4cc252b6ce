import type { Random } from './random.ts'

export type Sex = 'F' | 'M'

const firstNames = {
  F: words(`Sari Siti Dewi Rina Ratna Yuni Wahyuningsih Putri Endang Indah Maya Ayu Sulastri Kartika Nur Dwi Tri Sri Wahyuni
    Fitri Nurul Rini Ani Ita Ika Lina Lia Diah Dian Eka Erna Esti Evi Fatimah Hesti Ida Intan Iis Kurnia Laila
    Mega Mira Nani Neni Nining Novi Nina Nova Retno Rita Rosa Santi Sinta Sumiati Suci Titin Tuti Umi Vera Wati
    Winarti Wiwik Yanti Yeni Yuliana Zahra Aisyah Anisa Astuti Bunga Citra Desi Elok Farida Gita Hani Khadijah
    Maria Marlina Melati Nur'aini Nyoman Komang Oktavia Puspa Rahma Sekar Theresia Ulfa Yosefina`),
  M: words(`Budi Agus Eko Joko Wahyu Ahmad Hadi Bambang Dwi Slamet Fajar Teguh Rizki Hendra Imam Tri Adi Aditya Agung
    Andi Anton Arif Aris Asep Bagus Bayu Cahyo Candra Dadang Darmawan Dedi Deni Didik Dimas Djoko Edi Endro Erwin
    Faisal Feri Galih Gatot Gilang Guntur Haris Hasan Heri Heru Ikhsan Indra Irfan Iwan Jajang Kadek Ketut
    Krisna Lukman Made Marwan Mohammad Mukhlis Mulyadi Nanang Nyoman Oki Pandu Purwanto Putu Rahmat Ridwan
    Rudi Sapto Sigit Sugeng Sunarto Supriyadi Suyanto Tono Untung Wawan Widodo Yanto Yohanes Yusuf Zainal`),
} satisfies Record<Sex, readonly string[]>

const shared = `Wijaya Kusuma Hidayat Lestari Permata Ma'ruf Nasution Siregar Lubis Harahap Simanjuntak Sinaga Hutapea
  Situmorang Ginting Tarigan Sembiring Pangaribuan Chaniago Sikumbang Tanjung Koto Piliang Daulay Batubara Rumagit
  Lumentut Mandagi Wenas Kaunang Tumbelaka Pattiasina Latuheru Tuasikal Sahetapy Wenda Kogoya Yikwa Wanimbo Rumbiak
  Kambu Tabuni Lepa Nenobais Manafe Dethan Fanggidae Nababan`

const lastNames = {
  F: words(`${shared} Rahayu Pratiwi Utami Handayani Wulandari Maharani Anggraini Sri-Rejeki Puspitasari Kusumawati
    Susanti Widyastuti Setyawati Purnamasari Safitri Nurhayati Rahmawati Hastuti Marliana Suryani Yulianti Fitriani
    Hartati Mulyani Indrawati Novitasari Oktaviani Sulistyowati Ambarwati Cahyani Damayanti Herawati Kurniasih
    Mardiana Ningsih Sukmawati`),
  M: words(`${shared} Santoso Susanto Setiawan Nugroho Saputra Prasetyo Firmansyah Suryadi Gunawan Hartono Kurniawan
    Wibowo Sulistyo Pranoto Purnomo Suhendra Ramadhan Syahputra Hermawan Iskandar Maulana Mulyono Pamungkas Putra
    Rahardjo Riyanto Rosyid Subagyo Suharto Sukirman Sutrisno Utomo Wicaksono Widjaja Yulianto Zulkarnain`),
} satisfies Record<Sex, readonly string[]>

const degrees = ['S.Pd.', 'S.Pd.', 'S.Pd.', 'M.Pd.', 'S.Pd.I.', 'S.Si.', 'S.S.', ''] as const

const foundations = words(`Harapan Bina-Bangsa Tunas-Mulia Al-Ikhlas Kartika Budi-Mulia Cahaya-Ilmu Santo-Yosef`)

export interface Name {
  /** With the degree: `Sari Wijaya, S.Pd.` */
  full: string
  /** What stands before the `@` of an e-mail address: `sari.wijaya` */
  mailbox: string
}

/** An invented name; it repeats in a large country, as real ones do. */
export function inventName(random: Random, sex: Sex): Name {
  const name = `${random.pick(firstNames[sex])} ${random.pick(lastNames[sex])}`
  const degree = random.pick(degrees)
  const mailbox = name
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/[^a-z]+/g, '.')
  return { full: degree ? `${name}, ${degree}` : name, mailbox }
}

/** The name of an invented foundation that runs a private school. */
export function inventFoundation(random: Random): string {
  return random.pick(foundations).replace('-', ' ')
}

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
