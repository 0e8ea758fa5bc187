import { languages, translate } from '@desk/languages';
import { pair, told } from '../../../../test/support/findings.js';
import { checkSegment } from './check-segment.js';
import { checkNames, findingKey } from './finding.js';

describe('what depends on more than the pair', () => {
  const text = pair('vi>en', 'Uỷ ban nhân dân tỉnh họp.', 'The People’s Council met.');
  const found = (status: 'preferred' | 'forbidden') => ({
    conceptId: 'c1',
    language: 'en' as const,
    term: 'People’s Council',
    status,
    start: 4,
    end: 20,
  });
  const asked = {
    ...found('preferred'),
    language: 'vi' as const,
    term: 'Uỷ ban nhân dân',
    start: 0,
    end: 15,
  };
  const preferred = { c1: 'People’s Committee' };

  it('forbidden terms are named with the one to use', () => {
    const terms = { source: [asked], target: [found('forbidden')], preferred };
    expect(told('terms', { ...text, terms })).toEqual([
      'forbidden_for People’s Council → The People’s Committee met.',
    ]);
  });

  it('a concept of the source is missing when no term names it', () => {
    expect(told('terms', { ...text, terms: { source: [asked], target: [], preferred } })).toEqual([
      'missing Uỷ ban nhân dân',
    ]);
    const terms = { source: [asked], target: [found('preferred')], preferred };
    expect(told('terms', { ...text, terms })).toEqual([]);
    expect(
      told('terms', { ...text, terms: { source: [asked], target: [], preferred: {} } }),
    ).toEqual([]);
  });

  it('the same source is translated in one way', () => {
    const others = [{ source: 'Ủy ban nhân dân tỉnh họp.', target: 'The committee met.' }];
    expect(told('consistency', { ...text, others })).toEqual([
      'otherwise The People’s Council met. → The committee met.',
    ]);
    expect(told('consistency', { ...text, others: [{ ...text }] })).toEqual([]);
  });

  it('what is shown in few characters stays short, Khmer counted as it is read', () => {
    const long = pair('vi>km', 'Nhìn lại '.repeat(10), 'ក្រុ'.repeat(71));
    expect(told('length_limit', { ...long, kind: 'seo_title' })).toHaveLength(1);
    const enough = pair('vi>km', 'Nhìn lại '.repeat(10), 'ក្រុ'.repeat(70));
    expect(told('length_limit', { ...enough, kind: 'seo_title' })).toEqual([]);
    expect(told('length_limit', { ...long, kind: 'paragraph' })).toEqual([]);
  });

  it('missing and added sentences show in the length', () => {
    const sentence = 'Định kỳ hai lần một tháng, sở tổ chức giao ban báo chí với các cơ quan.';
    const english = 'Twice a month the department meets the press and the other agencies.';
    expect(told('length_ratio', pair('vi>en', sentence, english))).toEqual([]);
    const three = [sentence, sentence, sentence].join(' ');
    expect(told('length_ratio', pair('vi>en', three, `${english} ${english}`))[0]).toMatch(
      /^fewer_sentences/,
    );
    const cut = english.replace('press and', 'press. It also meets');
    expect(told('length_ratio', pair('vi>en', sentence, cut))[0]).toMatch(/^~more_sentences/);
    expect(told('length_ratio', pair('vi>en', `${sentence} ${sentence}`, english))[0]).toMatch(
      /^short/,
    );
    expect(
      told('length_ratio', pair('vi>en', sentence, `${english} ${english} ${english}`))[0],
    ).toMatch(/^long/);
  });
});

describe('severities', () => {
  const broken = pair('vi>en', 'Ngày 09/5/2013.', 'On  09/6/2013.');

  it('follow the section’s policy', () => {
    const severities = (settings: Parameters<typeof checkSegment>[1]) =>
      checkSegment(broken, settings).map(({ check, severity }) => `${check} ${severity}`);
    expect(severities({})).toEqual(['spaces warning', 'dates warning']);
    expect(severities({ dates: 'blocking', spaces: 'off' })).toEqual(['dates blocking']);
  });

  it('of broken codes and of no translation hold a submission up', () => {
    expect(checkSegment(pair('vi>en', 'A ⟨1/⟩', 'B'))[0]?.severity).toBe('blocking');
    expect(checkSegment(pair('vi>en', 'Họ đến.', ''))[0]?.severity).toBe('blocking');
  });

  it('a finding keeps its name while the rest of the sentence changes', () => {
    const [before] = checkSegment(pair('en>vi', 'All 47 left.', 'Cả 43 rời đi.'));
    const [after] = checkSegment(pair('en>vi', 'All 47 left.', 'Tất cả 43 đã rời đi.'));
    if (!before || !after) throw new Error('no finding');
    expect(before.start).not.toBe(after.start);
    expect(findingKey(before)).toBe(findingKey(after));
  });
});

it('places are those of the written form, and fixes leave codes alone', () => {
  const given = pair('vi>en', '⟨1⟩Ngày⟨/1⟩ 09/5/2013.', '⟨1⟩On⟨/1⟩  the ⟨⟨ 09/6/2013.');
  expect(told('dates', given)).toEqual(['changed 09/6/2013']);
  expect(told('spaces', given)).toEqual(['doubled    → ⟨1⟩On⟨/1⟩ the ⟨⟨ 09/6/2013.']);
  const across = pair('vi>en', 'Ngày ⟨1⟩hội⟨/1⟩ vui.', 'A ⟨1⟩ merry⟨/1⟩ day.');
  expect(told('spaces', across)).toEqual(['doubled  ⟨1⟩ ']);
});

it('every check has a name in the three languages', () => {
  for (const language of languages) {
    for (const name of checkNames) {
      expect(translate(language, `checks:names.${name}`)).not.toBe('');
    }
  }
});
