import { contentHash, parseBody } from './index.js';

const body = parseBody({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bạc Liêu' }] }],
});
const content = { title: 'Hữu nghị', summary: '', slug: 'huu-nghi', body };

describe('contentHash', () => {
  it('never changes: sign-offs are bound to it', () => {
    expect(contentHash(content)).toBe(
      '59f713bb6e549565907be7610a929c4edda4af286766fbed8a48723b9ce5ebbe',
    );
  });

  it('does not depend on the order of keys, nor on fields that are not set', () => {
    const { title, ...rest } = content;
    expect(contentHash({ ...rest, seoTitle: undefined, title })).toBe(contentHash(content));
  });

  it('depends on every field and every mark', () => {
    const restyled = parseBody({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Bạc Liêu', marks: [{ type: 'bold' }] }],
        },
      ],
    });
    const others = [
      { ...content, title: 'Hữu nghi' },
      { ...content, slug: 'huu-nghi-2' },
      { ...content, seoTitle: '' },
      { ...content, body: restyled },
    ];
    expect(new Set([content, ...others].map(contentHash)).size).toBe(5);
  });
});
