import { emptyBody, type ChangeSign } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { decompose } from '../segments/index.js';
import { settledSignificance, weighChange } from './weigh-change.js';

const segmentsOf = (language: Language, ...paragraphs: string[]) =>
  decompose(
    {
      title: '',
      summary: '',
      body: {
        ...emptyBody,
        content: paragraphs.map((text) => ({
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text }],
        })),
      },
      seo: { title: '', description: '' },
    },
    language,
  );
const weigh = (language: Language, before: string, now: string) =>
  weighChange(segmentsOf(language, before), segmentsOf(language, now), language);

describe('a change of a source', () => {
  it.each<[Language, string, string]>([
    ['vi', 'Đoàn đi vè tỉnh An Giang hôm qua.', 'Đoàn đi về tỉnh An Giang hôm qua.'],
    ['vi', 'Hai nước đã cấm mốc biên giới.', 'Hai nước đã cắm mốc biên giới.'],
    ['vi', 'Công tác văn hoá ở địa phương.', 'Công tác văn hóa ở địa phương.'],
    ['en', 'The goverment held a briefing in Hanoi.', 'The government held a briefing in Hanoi.'],
    ['en', 'The boats arrived ,as planned.', 'The boats arrived, as planned.'],
    ['km', 'ការងារព័តមានក្រៅប្រទេសមានសារៈសំខាន់។', 'ការងារព័ត៌មានក្រៅប្រទេសមានសារៈសំខាន់។'],
  ])('is a typo in %s: %s', (language, before, now) => {
    expect(weigh(language, before, now)).toEqual({ significance: 'typo', signs: [] });
  });

  it.each<[ChangeSign, Language, string, string]>([
    ['number', 'vi', 'Tỉnh có 12 huyện và 3 thị xã.', 'Tỉnh có 13 huyện và 3 thị xã.'],
    ['number', 'vi', 'Vốn đầu tư là 1.000,5 tỷ đồng.', 'Vốn đầu tư là 1.000,5 triệu đồng.'],
    ['number', 'vi', 'Hai đoàn đã đến thăm cảng.', 'Ba đoàn đã đến thăm cảng.'],
    ['number', 'en', 'They built two bridges in the town.', 'They built ten bridges in the town.'],
    ['number', 'km', 'ខេត្តមានស្រុកចំនួន ១២ នៅឆ្នាំនេះ។', 'ខេត្តមានស្រុកចំនួន ១៣ នៅឆ្នាំនេះ។'],
    ['number', 'km', 'មានទូកបីមកដល់កំពង់ផែ។', 'មានទូកបួនមកដល់កំពង់ផែ។'],
    [
      'date',
      'vi',
      'Hội nghị họp ngày 09/5/2013 tại Cần Thơ.',
      'Hội nghị họp ngày 05/9/2013 tại Cần Thơ.',
    ],
    [
      'date',
      'en',
      'The fair opens on Monday in the town.',
      'The fair opens on Friday in the town.',
    ],
    ['date', 'km', 'ពិធីនឹងធ្វើនៅខែមេសាខាងមុខនេះ។', 'ពិធីនឹងធ្វើនៅខែឧសភាខាងមុខនេះ។'],
    [
      'name',
      'vi',
      'Ông Nguyễn Văn An phát biểu khai mạc.',
      'Ông Nguyễn Văn Ân phát biểu khai mạc.',
    ],
    ['name', 'en', 'The train left Hue in the morning.', 'The train left Hanoi in the morning.'],
    ['name', 'km', 'លោក សុខា បានអញ្ជើញចូលរួមពិធីនេះ។', 'លោក សុភា បានអញ្ជើញចូលរួមពិធីនេះ។'],
    ['negation', 'vi', 'Tỉnh không thu phí bến cảng này.', 'Tỉnh thu phí bến cảng này.'],
    [
      'negation',
      'vi',
      'Dự án đã hoàn thành trong quý này.',
      'Dự án chưa hoàn thành trong quý này.',
    ],
    ['negation', 'en', 'The court did uphold the ruling.', 'The court didn’t uphold the ruling.'],
    ['negation', 'km', 'រដ្ឋបាលអនុញ្ញាតឱ្យចូលទីនេះ។', 'រដ្ឋបាលមិនអនុញ្ញាតឱ្យចូលទីនេះ។'],
  ])('is more than a typo by its %s in %s: %s', (sign, language, before, now) => {
    const weight = weigh(language, before, now);
    expect(weight.signs).toContain(sign);
    expect(weight.significance).not.toBe('typo');
    expect(settledSignificance('typo', weight)).not.toBe('typo');
  });

  it('is substance when a sentence comes, goes or is written anew', () => {
    const one = 'Chợ họp từ sáng sớm.';
    const two = 'Ghe xuồng đậu san sát bên bờ.';
    expect(weigh('vi', one, `${one} ${two}`).signs).toEqual(['sentence']);
    expect(weigh('vi', `${one} ${two}`, one).significance).toBe('substance');
    expect(weigh('vi', two, 'Ghe của bà con neo kín bên bờ.').significance).toBe('substance');
  });

  it('is as heavy as the heavier of the two who judge it', () => {
    const typo = { significance: 'typo', signs: [] } as const;
    expect(settledSignificance('typo', typo)).toBe('typo');
    expect(settledSignificance('substance', typo)).toBe('substance');
    expect(settledSignificance(null, typo)).toBe('detail');
  });
});
