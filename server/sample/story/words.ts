/** What people of the story write; each list holds as many ways to say it. */
export const words = {
  adjusting: [
    'Kelas Bapak/Ibu lebih membutuhkan perilaku ini; hasil rapor pendidikan kita juga menunjuk ke sana.',
    'Supaya lebih terarah, kita fokus pada perilaku yang dapat diamati dalam satu jam pelajaran.',
    'Sesuai hasil dialog kinerja kita hari Senin.',
  ],
  sendingBack: [
    'Mohon ditinjau kembali, perilaku semula sudah saya siapkan bersama KKG.',
    'Perilaku yang diusulkan sudah tercapai semester lalu; saya ingin melanjutkan yang semula.',
  ],
  withdrawing: ['Ada kegiatan yang belum saya masukkan.', 'Salah memilih perilaku, saya perbaiki dulu.'],
  wantingReset: [
    'Saya dipindahkan ke kelas lain sehingga indikator yang dipilih tidak sesuai lagi.',
    'Indikator yang saya pilih keliru dan rencana sudah terkunci.',
  ],
  refusingReset: ['Perubahan kecil dapat dibicarakan dengan atasan saat observasi; rencana tidak perlu diulang.'],
  clarifying: ['Sudah dibahas dalam dialog kinerja; rencana sejalan dengan program sekolah.'],
  approving: ['Selamat melaksanakan.', 'Rencana sudah jelas, silakan dilanjutkan.', 'Terima kasih, tepat waktu.'],
  expecting: [
    'Melayani orang tua dan peserta didik dengan ramah setiap hari.',
    'Membagikan satu praktik baik kepada rekan sejawat dalam semester ini.',
  ],
  efforts: [
    'Menonton video praktik mengajar dan mencatat tiga hal yang dapat ditiru',
    'Berdiskusi dengan rekan satu gugus tentang pengelolaan kelas',
    'Menyusun ulang modul ajar dengan kegiatan berkelompok',
    'Meminta peserta didik menuliskan tanggapan setelah pelajaran',
    'Mempelajari contoh kesepakatan kelas dari sekolah lain',
  ],
  lessons: [
    'Kelas IV, Matematika: pecahan senilai',
    'Kelas V, IPAS: rantai makanan',
    'Kelas II, Bahasa Indonesia: menceritakan gambar',
    'Kelas VI, Pendidikan Pancasila: musyawarah',
    'Kelas VIII, IPA: tekanan zat cair',
    'Kelas III, Seni Rupa: menggambar dengan arsir',
  ],
  places: ['Ruang kelas', 'Ruang kelas dan halaman sekolah', 'Perpustakaan sekolah', 'Aula sekolah'],
  rescheduling: [
    'Ada rapat gugus pada jam itu.',
    'Peserta didik mengikuti lomba pada hari tersebut.',
    'Saya bertugas di dinas pada pagi itu.',
  ],
  cancelling: ['Kelas dipakai untuk asesmen nasional.', 'Sakit; akan dijadwalkan kembali.'],
  seen: {
    DONE_AND_EFFECTIVE: [
      'Dilakukan sejak awal sampai akhir, dan peserta didik menanggapi dengan antusias.',
      'Tampak tiga kali; setiap kali kelas kembali tenang dan semua terlibat.',
    ],
    DONE_NOT_YET_EFFECTIVE: [
      'Sudah dicoba di awal, tetapi setengah kelas belum ikut terlibat.',
      'Dilakukan sekali, belum memengaruhi jalannya pelajaran.',
    ],
    NOT_DONE: ['Belum tampak selama pengamatan.', 'Kesempatannya ada saat diskusi, tetapi belum dilakukan.'],
  },
  observing: [
    'Pelajaran dibuka tepat waktu dan tujuan disampaikan.',
    'Suasana kelas hangat; media dari bahan sekitar.',
  ],
  recommending: [
    'Beri jeda lebih lama sebelum menunjuk peserta didik yang menjawab.',
    'Sepakati tanda hening bersama kelas.',
    'Ajak rekan mengamati kelompok yang pasif.',
  ],
  keeping: ['Sapaan di pintu kelas dan suara yang tenang.', 'Contoh dari kehidupan sehari-hari.'],
  improving: ['Pembagian peran dalam kelompok.', 'Umpan balik yang menyebut usaha, bukan hanya hasil.'],
  goals: ['Semua kelompok aktif dalam diskusi.', 'Peserta didik dapat menyebutkan kesepakatan kelasnya sendiri.'],
  agreeing: ['Mengikuti satu topik pelatihan mandiri dan mencobanya di kelas.', 'Mengamati kelas rekan satu kali.'],
  followingUp: [
    'Mencoba kartu peran dalam kerja kelompok selama dua minggu',
    'Mengamati kelas rekan sejawat dan membahasnya',
    'Menyelesaikan topik Disiplin Positif dan aksi nyatanya',
  ],
  sources: ['Rekan sejawat', 'Komunitas belajar gugus', 'Buku panduan guru', 'Video inspirasi'],
  achieving: [
    'Kelompok yang tadinya pasif mulai berbicara; tiga dari lima kelompok membagi peran sendiri.',
    'Kesepakatan kelas ditempel dan diingatkan oleh peserta didik sendiri.',
  ],
  challenges: ['Waktu kurang pada kelas besar.', 'Dua peserta didik masih sulit diajak bekerja sama.'],
  next: ['Melanjutkan kartu peran pada mata pelajaran lain.', 'Berbagi hasilnya dalam komunitas belajar sekolah.'],
  concluding: ['Tindak lanjut dijalankan dan dampaknya terlihat.', 'Refleksi jujur; lanjutkan pada semester depan.'],
  questioning: ['Nama pada dokumen tidak terbaca; mohon unggah yang lebih jelas.', 'Tanggal kegiatan belum tercantum.'],
  reflecting: [
    'Jujur menilai praktiknya sendiri dan menyebutkan bukti.',
    'Refleksi lengkap, disertai rencana berikutnya.',
  ],
  learning: ['Mengikuti pelatihan dan menerapkannya di kelas.', 'Belajar dari rekan satu gugus dan membagikannya.'],
  practising: {
    STRONG: ['Perubahan tampak pada semua perilaku yang ditargetkan.'],
    USUAL: ['Perubahan mulai tampak; sebagian perilaku belum ajek.', 'Ada kemajuan dibanding observasi pertama.'],
    WEAK: ['Perubahan belum tampak; perlu pendampingan lebih dekat.'],
  },
  considering: ['Aktif sebagai wali kelas dan dalam komunitas belajar.', 'Hadir tepat waktu sepanjang semester.'],
  deviating: ['Observasi hanya satu kali; kunjungan kelas lain menunjukkan praktik yang sama baiknya.'],
  returning: ['Mohon lengkapi uraian tentang perubahan praktik.'],
  objecting: ['Dua kegiatan berbagi praktik baik belum diperhitungkan; sertifikatnya sudah diverifikasi.'],
  answering: ['Kegiatan itu benar adanya; laporan masuk setelah penilaian saya susun.'],
  deciding: ['Kedua pihak sudah didengar; bukti yang terlambat diperhitungkan dan hasil kerja disesuaikan.'],
  feelings: { STRONG: 'AWARE_OF_IMPACT', USUAL: 'AWARE_OF_DIFFICULTY', WEAK: 'UNAWARE' },
} as const

/** What documents are called, and where they are from. */
export const documents = [
  ['Sertifikat Topik Disiplin Positif', 'Platform Merdeka Mengajar', null],
  ['Sertifikat Berbagi Praktik Baik', 'Komunitas Belajar Gugus 3', 'Ketua komunitas belajar'],
  ['Laporan Observasi Rekan Sejawat', 'KKG Kecamatan', 'Ketua KKG'],
  ['Sertifikat Lokakarya Asesmen Formatif', 'Dinas Pendidikan Kota Malang', 'Kepala bidang GTK'],
] as const
