import { languageFromHeader } from './language-from-header.js';

describe('the language that a browser asks for', () => {
  it.each([
    ['km', 'km'],
    ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
    ['fr-FR, fr;q=0.9, km-KH;q=0.5, en;q=0.4', 'km'],
    ['en;q=0.5, vi ; q=0.9', 'vi'],
    ['EN', 'en'],
    ['vi;q=0, en;q=0.1', 'en'],
  ])('%s is %s', (header, language) => {
    expect(languageFromHeader(header)).toBe(language);
  });

  it.each([
    undefined,
    '',
    '*',
    'fr',
    'vi;q=0',
    'vi;q=2',
    'english',
    '../../etc/passwd',
    ',,,;',
    'x'.repeat(9_999),
  ])('is the fallback for %s', (header) => {
    expect(languageFromHeader(header)).toBe('vi');
    expect(languageFromHeader(header, 'km')).toBe('km');
  });
});
