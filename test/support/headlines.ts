import type { Language } from '@desk/languages';

/** What a front page is made of: titles and summaries as a provincial newsroom writes them. */
export const headlines: readonly Readonly<
  Record<Language, { readonly title: string; readonly summary: string }>
>[] = [
  {
    vi: {
      title: 'Đồng bào Khmer Nam Bộ vui đón Tết Chôl Chnăm Thmây',
      summary:
        'Các chùa trong tỉnh mở cửa đón phật tử; đoàn công tác của Liên hiệp thăm, chúc tết các vị sư sãi và người có uy tín.',
    },
    en: {
      title: 'Khmer communities of the south welcome Chol Chnam Thmay',
      summary:
        'Pagodas across the province opened their doors; a delegation of the Union visited monks and respected elders to wish them a happy new year.',
    },
    km: {
      title: 'ប្រជាពលរដ្ឋខ្មែរនៅណាមបូរីករាយទទួលពិធីបុណ្យចូលឆ្នាំថ្មី',
      summary: 'វត្តអារាមក្នុងខេត្តបានបើកទ្វារទទួលពុទ្ធបរិស័ទ ហើយគណៈប្រតិភូសហភាពបានអញ្ជើញសួរសុខទុក្ខ និងជូនពរព្រះសង្ឃ។',
    },
  },
  {
    vi: {
      title: 'Năm đoàn kết hữu nghị Việt Nam – Campuchia: nhiều hoạt động giao lưu',
      summary:
        'Triển lãm ảnh, giao lưu thanh niên và khám bệnh, cấp thuốc miễn phí cho người dân vùng biên giới.',
    },
    en: {
      title: 'Year of Việt Nam–Cambodia solidarity and friendship brings many exchanges',
      summary:
        'Photo exhibitions, youth exchanges, and free medical care for people living along the border.',
    },
    km: {
      title: 'ឆ្នាំសាមគ្គីមិត្តភាពវៀតណាម – កម្ពុជា៖ សកម្មភាពផ្លាស់ប្ដូរជាច្រើន',
      summary: 'ការតាំងពិព័រណ៍រូបថត ការជួបជុំយុវជន និងការពិនិត្យជំងឺព្រមទាំងផ្ដល់ថ្នាំដោយឥតគិតថ្លៃជូនប្រជាជននៅតំបន់ព្រំដែន។',
    },
  },
  {
    vi: {
      title: 'Hơn 3.000 lượt người xem triển lãm “Hoàng Sa, Trường Sa của Việt Nam”',
      summary:
        'Triển lãm tại huyện Đông Hải và thị xã Giá Rai trưng bày nhiều bằng chứng lịch sử và pháp lý.',
    },
    en: {
      title: 'More than 3,000 visit the exhibition “Hoàng Sa and Trường Sa of Việt Nam”',
      summary:
        'Held in Đông Hải district and Giá Rai town, the exhibition showed historical and legal evidence.',
    },
    km: {
      title: 'អ្នកទស្សនាជាង ៣.០០០ នាក់បានទៅមើលពិព័រណ៍ «ហ្វាងសា ទ្រឿងសា របស់វៀតណាម»',
      summary: 'ពិព័រណ៍នៅស្រុកដុងហៃ និងទីរួមខេត្តយ៉ារ៉ាយ បានបង្ហាញភស្តុតាងប្រវត្តិសាស្ត្រ និងច្បាប់ជាច្រើន។',
    },
  },
  {
    vi: {
      title: 'Tập huấn kỹ năng phát ngôn cho gần 200 đại biểu',
      summary: 'Lớp tập huấn giúp người phát ngôn của các sở, ngành cung cấp thông tin kịp thời.',
    },
    en: {
      title: 'Nearly 200 delegates trained in speaking to the press',
      summary: 'The course helps the spokespersons of departments to inform the public in time.',
    },
    km: {
      title: 'វគ្គបណ្ដុះបណ្ដាលជំនាញថ្លែងព័ត៌មានសម្រាប់ប្រតិភូជិត ២០០ នាក់',
      summary: 'វគ្គនេះជួយឱ្យអ្នកនាំពាក្យរបស់មន្ទីរនានាផ្ដល់ព័ត៌មានបានទាន់ពេលវេលា។',
    },
  },
  {
    vi: {
      title: 'Kế hoạch số 23/KH-UBND về thông tin đối ngoại giai đoạn 2013 – 2020',
      summary: 'Ủy ban nhân dân tỉnh phân công nhiệm vụ cho các sở, ngành và địa phương.',
    },
    en: {
      title: 'Plan 23/KH-UBND on external information for 2013–2020',
      summary: 'The provincial People’s Committee assigns tasks to departments and districts.',
    },
    km: {
      title: 'ផែនការលេខ 23/KH-UBND ស្ដីពីព័ត៌មានក្រៅប្រទេស ឆ្នាំ ២០១៣ – ២០២០',
      summary: 'គណៈកម្មាធិការប្រជាជនខេត្តបានប្រគល់ភារកិច្ចដល់មន្ទីរ ផ្នែក និងមូលដ្ឋាន។',
    },
  },
  {
    vi: {
      title: 'Đoàn thanh niên Sóc Trăng và Bạc Liêu trồng 5.000 cây đước ven biển',
      summary: 'Rừng ngập mặn giữ đất, chắn sóng và nuôi tôm cá cho người dân ven biển.',
    },
    en: {
      title: 'Youth of Sóc Trăng and Bạc Liêu plant 5,000 mangroves on the coast',
      summary:
        'Mangroves hold the soil, break the waves and feed the shrimp and fish people live on.',
    },
    km: {
      title: 'យុវជនខេត្តសុកត្រាំង និងបាក់លីវ ដាំកោងកាង ៥.០០០ ដើមតាមឆ្នេរសមុទ្រ',
      summary: 'ព្រៃកោងកាងរក្សាដី ការពាររលក និងជាជម្រករបស់បង្គា និងត្រី។',
    },
  },
];
