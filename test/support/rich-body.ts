import type { Language } from '@desk/languages';

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const cell = (type: 'tableCell' | 'tableHeader', words: string) => ({
  type,
  content: [paragraph(text(words))],
});
const row = (type: 'tableCell' | 'tableHeader', ...words: string[]) => ({
  type: 'tableRow',
  content: words.map((one) => cell(type, one)),
});

const words = {
  vi: {
    opening: 'Nhân dịp Tết Chôl Chnăm Thmây, đoàn công tác của Liên hiệp đã đến thăm các chùa. ',
    strong: 'Hơn 3.000 lượt người',
    slanted: ' đã tham dự lễ rước đại lịch',
    note: 'Số liệu của Ban Dân tộc tỉnh, tháng 4 năm 2020.',
    heading: 'Những hoạt động chính',
    items: ['Thăm và chúc tết các vị sư sãi', 'Tặng quà cho 200 hộ đồng bào Khmer'],
    quote: 'Tình đoàn kết giữa đồng bào Kinh, Khmer, Hoa là tài sản quý của tỉnh nhà.',
    caption: 'Các vị sư sãi và phật tử tại lễ rước đại lịch',
    link: 'Xem kế hoạch số 23/KH-UBND',
    table: [
      ['Địa phương', 'Số chùa', 'Lượt người tham dự', 'Quà đã tặng', 'Ghi chú của đoàn công tác'],
      ['Thị xã Giá Rai', '5', '1.250', '80', 'Có đoàn văn nghệ Khmer biểu diễn'],
      ['Huyện Đông Hải', '3', '1.750,5', '120', 'Khám bệnh, cấp thuốc miễn phí'],
    ],
  },
  en: {
    opening: 'For Chol Chnam Thmay, a delegation of the Union visited the pagodas. ',
    strong: 'More than 3,000 people',
    slanted: ' joined the procession of the Great Almanac',
    note: 'Figures of the provincial Committee for Ethnic Affairs, April 2020.',
    heading: 'What was done',
    items: ['Monks and elders were visited', 'Gifts were given to 200 Khmer families'],
    quote: 'The unity of Kinh, Khmer and Hoa people is the province’s treasure.',
    caption: 'Monks and laypeople at the procession',
    link: 'Read plan 23/KH-UBND',
    table: [
      ['Place', 'Pagodas', 'People who came', 'Gifts', 'What the delegation noted'],
      ['Giá Rai town', '5', '1,250', '80', 'A Khmer troupe performed'],
      ['Đông Hải district', '3', '1,750.5', '120', 'Free medical care and medicine'],
    ],
  },
  km: {
    opening: 'ក្នុងឱកាសបុណ្យចូលឆ្នាំថ្មី គណៈប្រតិភូសហភាពបានអញ្ជើញទៅសួរសុខទុក្ខនៅតាមវត្តអារាម។ ',
    strong: 'មនុស្សជាង\u200B ៣.០០០ នាក់',
    slanted: ' បានចូលរួមពិធីដង្ហែមហាសង្ក្រាន្ត',
    note: 'តួលេខរបស់គណៈកម្មាធិការជនជាតិខេត្ត ខែមេសា ឆ្នាំ ២០២០។',
    heading: 'សកម្មភាពសំខាន់ៗ',
    items: ['សួរសុខទុក្ខ និងជូនពរព្រះសង្ឃ', 'ជូនអំណោយដល់គ្រួសារខ្មែរចំនួន ២០០'],
    quote: 'សាមគ្គីភាពរវាងជនជាតិគិញ ខ្មែរ និងហ្វា គឺជាទ្រព្យដ៏មានតម្លៃរបស់ខេត្តយើង។',
    caption: 'ព្រះសង្ឃ និងពុទ្ធបរិស័ទក្នុងពិធីដង្ហែមហាសង្ក្រាន្ត',
    link: 'អានផែនការលេខ 23/KH-UBND',
    table: [
      ['មូលដ្ឋាន', 'ចំនួនវត្ត', 'ចំនួនអ្នកចូលរួម', 'អំណោយ', 'កំណត់សម្គាល់របស់គណៈប្រតិភូ'],
      ['ទីរួមខេត្តយ៉ារ៉ាយ', '៥', '១.២៥០', '៨០', 'មានក្រុមសិល្បៈខ្មែរសម្ដែង'],
      ['ស្រុកដុងហៃ', '៣', '១.៧៥០,៥', '១២០', 'ពិនិត្យជំងឺ និងផ្ដល់ថ្នាំដោយឥតគិតថ្លៃ'],
    ],
  },
} as const;

/** A body with everything that a body may hold, for pages that must show it all. */
export function richBody(language: Language): unknown {
  const says = words[language];
  const [head, ...lines] = says.table;
  const plan = { type: 'link', attrs: { href: 'https://baclieu.example/23-KH-UBND' } };
  return {
    type: 'doc',
    content: [
      paragraph(text(says.opening), text(says.strong, 'bold'), text(says.slanted, 'italic'), {
        type: 'footnote',
        content: [text(says.note)],
      }),
      { type: 'heading', attrs: { level: 2 }, content: [text(says.heading)] },
      {
        type: 'bulletList',
        content: says.items.map((one) => ({ type: 'listItem', content: [paragraph(text(one))] })),
      },
      { type: 'blockquote', content: [paragraph(text(says.quote))] },
      {
        type: 'table',
        content: [row('tableHeader', ...head), ...lines.map((line) => row('tableCell', ...line))],
      },
      {
        type: 'figure',
        attrs: { src: 'https://anh.example/le-ruoc.jpg', alt: says.caption, credit: 'THT' },
        content: [text(says.caption)],
      },
      { type: 'horizontalRule' },
      paragraph({ ...text(says.link), marks: [plan] }),
    ],
  };
}
