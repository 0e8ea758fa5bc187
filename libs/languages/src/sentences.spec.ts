import {
  boundaryScores,
  caseHolds,
  newsParagraphs,
  sentenceCases,
  trimmed,
} from '../../../test/bench/sentence-scores.js';
import { MAX_SENTENCE_LENGTH, sentences } from './sentences.js';

/** A bar stands for the space between two sentences, a broken bar for a boundary without one. */
const examples = {
  vi: [
    'ThS. Trần Văn Nam và BS.CKII. Lê Thị Hoa đến TX. Giá Rai.|Họ ở lại hai ngày.',
    'Số tiền là 1.000,5 đồng vào ngày 09/5/2013.|Công văn 23/KH-UBND nêu rõ điều này.',
    '1. Mục tiêu của kế hoạch.|2. Nội dung thực hiện.',
    'Kế hoạch gồm: 1. Tuyên truyền; 2. Tập huấn.|Sở chủ trì.',
    'IV. Tổ chức thực hiện',
    'Việc này theo Điều 5.|Cơ quan nào chậm trễ sẽ bị nhắc nhở.',
    'Chương II. Những quy định chung',
    'Phát triển chung của tỉnh nhà./.|Số lượt xem: 845',
    'Kết luận này có hiệu lực. /.|Bài và ảnh: THT',
    'Các nước Việt Nam – Lào... cùng các sự kiện quan trọng khác.',
    'Ông nói: “Chúng ta sẽ làm được.”|Mọi người vỗ tay.',
    'Tôm, cua, v.v. đều tăng giá.|Muối cũng vậy.',
    'Thiếu vitamin A.|Trẻ em cần được bổ sung.',
    'Nhà văn J. K. Rowling đến TP. HCM hôm qua.',
    'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH Nguyễn Văn A',
    'Hội nghị (có 850 học viên.) kết thúc.|(Xem thêm trang 5.)|Hết.',
    'Tỉnh có 54 dân tộc thiểu số.|25 năm qua, đời sống khá lên.',
    'Câu có ghi chú.\uFFFC|Câu sau.',
    'Câu có nguồn.[12]|Câu sau.',
    '- Nội dung một.|- Nội dung hai.',
    'Dòng một\n|Dòng hai',
  ],
  en: [
    'Sen. Jeff Flake spoke to the U.N. General Assembly.|It was long.',
    'He left at 5 p.m. on Sept. 3.|The U.S. Navy followed.',
    'Kelly Inc. bought Smith Bros. and Co. in May.|The price was 1,000.5 dollars.',
    'It is art.|20 people came.',
    'A. Lind moved here... and then he left.',
    'Section 5. Duties of the department.',
    'Wait...|What?!|No.|“Never.”|(See above.)|Done.',
    '"Why?" Mr Adams asked.|Nobody knew.',
    'See fig. 3, e.g. Figure 2, i.e. the map at www.example.org/a.b?c=d.|Thanks.',
  ],
  km: [
    'គណៈកម្មាធិការ គ.ជ.ប និង អ.ស.ប បានប្រជុំ។|កិច្ចប្រជុំបានបញ្ចប់។',
    'ឯ.ឧ. ហ៊ុន សែន បានអញ្ជើញមកដល់។|លោកបានមានប្រសាសន៍។',
    'មានត្រី បង្គា អំបិល។ល។¦ទីផ្សារបើកពេលព្រឹក៕|ចប់។',
    'តើអ្នកទៅណា?|ខ្ញុំទៅផ្ទះ!|ល្អ។',
    'លោកមានប្រសាសន៍ថា «យើងនឹងជួយ។»|ប្រជាជនសប្បាយចិត្ត។',
    '១. គោលបំណង',
    'មាត្រា ៥. ភារកិច្ច',
    'តម្លៃ ១.០០០,៥ រៀល គិតត្រឹមថ្ងៃ ០៩/៥/២០១៣។|តម្លៃថ្មី 1.5។',
    'លោក Dionisio A. Lind បានមក... ហើយបានទៅវិញ។',
    'គាត់និយាយ។¦"ថ្ងៃនេះ វាមិនមានទេ។"¦គាត់ដើរចេញ។',
  ],
} as const;

describe.each(['vi', 'en', 'km'] as const)('sentences in %s', (language) => {
  it.each(examples[language])('%s', (marked) => {
    const wanted = marked.split(/[|¦]/).map(trimmed);
    const text = marked.replaceAll('|', ' ').replaceAll('¦', '');
    expect(sentences(text, language).map(trimmed)).toEqual(wanted);
  });
});

describe('sentences', () => {
  it('does what nine in ten of the hand-made cases want', () => {
    const cases = sentenceCases();
    const held = cases.filter((one) => caseHolds(one, sentences));
    expect(held.length / cases.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['en', ' ', 0.99],
    ['vi', ' ', 0.985],
    ['km', ' ', 0.985],
    ['km', '', 0.945],
  ] as const)('finds the sentences of news in %s joined by "%s"', (language, glue, floor) => {
    const scores = boundaryScores(newsParagraphs(language), language, sentences, glue);
    expect(scores.f1).toBeGreaterThanOrEqual(floor);
  });

  it('ends no sentence with an abbreviation of the newsroom', () => {
    const text = 'Đ.c. Ng.V.A. Minh và Tr.Phòng. Lan đến. Họ (Tr.Phòng.) Lan về.';
    expect(sentences(text, 'vi').length).toBeGreaterThan(2);
    expect(sentences(text, 'vi', ['Tr.Phòng.', 'Ng.V.A'])).toEqual([
      'Đ.c. Ng.V.A. Minh và Tr.Phòng. Lan đến. ',
      'Họ (Tr.Phòng.) Lan về.',
    ]);
    expect(
      sentences('Ai đi? Gặp Tr.Phòng. Lan.'.normalize('NFD'), 'vi', ['Tr.Phòng']),
    ).toHaveLength(2);
    expect(sentences('aTr. Lan đi.', 'vi', ['Tr'])).toHaveLength(2);
    expect(sentences('A+. Lan đi.', 'en', ['A+', '(.*'])).toHaveLength(1);
  });

  it('gives back the text when joined, NFD and zero-width spaces included', () => {
    for (const language of ['vi', 'en', 'km'] as const) {
      const text = newsParagraphs(language).flat().join(' ').normalize('NFD');
      expect(sentences(text, language).join('')).toBe(text);
    }
    expect(sentences('\u200Bខ្ញុំ​ទៅ​សាលា។\u200B \u200Bគាត់​នៅ​ផ្ទះ។', 'km')).toEqual([
      '\u200Bខ្ញុំ​ទៅ​សាលា។\u200B \u200B',
      'គាត់​នៅ​ផ្ទះ។',
    ]);
    expect(sentences('', 'vi')).toEqual([]);
  });

  it.each([
    ['no spaces', 'ក'.repeat(10_000_000)],
    ['only spaces', ' '.repeat(10_000_000)],
    ['only full stops', '.'.repeat(10_000_000)],
    ['stops and quotes', '.")'.repeat(3_000_000)],
    ['words', 'nước non '.repeat(1_000_000)],
  ])('cuts ten megabytes of %s into pieces in a few seconds', (_, text) => {
    const started = performance.now();
    const pieces = sentences(text, 'vi');
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(
      MAX_SENTENCE_LENGTH,
    );
    expect(pieces.join('').length).toBe(text.length);
  });

  it('does not tear a letter from its marks where it must cut', () => {
    const cluster = 'ខ្ញុំ';
    const text = cluster.repeat(2_000);
    for (const piece of sentences(text, 'km')) expect(piece).toMatch(/^(?:ខ្ញុំ)+$/);
  });
});
