import fc from 'fast-check';
import { headerText, mailAddress, sender } from './mail-address.js';

describe('mailAddress', () => {
  it.each([
    ['hanh@huunghi.example', 'hanh@huunghi.example'],
    ['tran.thi.hanh+toasoan@mail.huunghi.example', 'tran.thi.hanh+toasoan@mail.huunghi.example'],
    ['hanh@localhost', 'hanh@localhost'],
    ['hanh@bưuđiện.vn', 'hanh@xn--buin-1ua66gr30m.vn'],
  ])('takes %s', (text, address) => {
    expect(mailAddress(text)).toBe(address);
  });

  it.each([
    '',
    'hanh',
    '@huunghi.example',
    'hanh@',
    'a@b@c.example',
    '"hanh"@huunghi.example',
    'hanh(comment)@huunghi.example',
    'hanh@huunghi.example (comment)',
    'Hạnh <hanh@huunghi.example>',
    '<hanh@huunghi.example>',
    'hanh@huunghi.example, evil@attacker.example',
    'hanh@huunghi.example;evil@attacker.example',
    'group:hanh@huunghi.example;',
    'hanh@huunghi.example\r\nBcc: evil@attacker.example',
    'hanh\n@huunghi.example',
    'hanh@huunghi.example\u0000',
    'hanh@[127.0.0.1]',
    'hanh@huunghi..example',
    '.hanh@huunghi.example',
    'hanh@-huunghi.example',
    'hanh @huunghi.example',
    'hanh@huunghi.example\u2028',
    '@relay.example:hanh@huunghi.example',
    `${'a'.repeat(65)}@huunghi.example`,
    `hanh@${'a'.repeat(64)}.example`,
    `hanh@${'a.'.repeat(130)}example`,
  ])('refuses %j', (text) => {
    expect(() => mailAddress(text)).toThrow('email.address_invalid');
  });

  it('lets nothing through that could be read as more than one address or header', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 20 }),
        (a, b) => {
          let taken: string;
          try {
            taken = mailAddress(`${a}@${b}`);
          } catch {
            return;
          }
          expect(taken).toMatch(/^[\x21-\x7e]+$/);
          expect(taken).not.toMatch(/["(),:;<>[\\\]]/);
          expect(taken.split('@')).toHaveLength(2);
        },
      ),
    );
  });
});

describe('headerText', () => {
  it('keeps a text on its line', () => {
    expect(headerText('Duyệt bài\r\nBcc: evil@attacker.example')).toBe(
      'Duyệt bài Bcc: evil@attacker.example',
    );
    expect(headerText('a\u0000b\u2028c\u0085d')).toBe('a b c d');
  });

  it('leaves Khmer and its zero-width spaces alone', () => {
    expect(headerText('ព័ត៌មាន\u200bខេត្ត')).toBe('ព័ត៌មាន\u200bខេត្ត');
  });
});

describe('sender', () => {
  it('is a name and an address, or the address alone', () => {
    expect(sender('Tòa soạn <toasoan@huunghi.example>')).toEqual({
      name: 'Tòa soạn',
      address: 'toasoan@huunghi.example',
    });
    expect(sender('toasoan@huunghi.example')).toEqual({
      name: 'Mekong Desk',
      address: 'toasoan@huunghi.example',
    });
    expect(() => sender('a@b.example, c@d.example')).toThrow('email.address_invalid');
  });
});
