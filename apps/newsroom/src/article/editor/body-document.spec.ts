import { getSchema } from '@tiptap/core';
import { bodySchema } from '@desk/contracts';
import { languages } from '@desk/languages';
import { richBody } from '../../../../../test/support/rich-body.js';
import { bodyOf, documentOf } from './body-document';
import { bodyExtensions } from './extensions';

const schema = getSchema(bodyExtensions);
/** Through the editor and out again. */
const through = (body: unknown) =>
  bodyOf(schema.nodeFromJSON(documentOf(bodySchema.parse(body))).toJSON());

describe('a body in the editor', () => {
  it.each(languages)('comes out as it went in, with everything that there is (%s)', (language) => {
    const body = bodySchema.parse(richBody(language));
    schema.nodeFromJSON(documentOf(body)).check();
    expect(through(body)).toEqual(body);
  });

  it('may hold lists in lists and quotes, numbered from anywhere', () => {
    const item = { type: 'listItem', content: [{ type: 'paragraph' }] };
    const numbered = { type: 'orderedList', attrs: { start: 4 }, content: [item] };
    const quote = { type: 'blockquote', content: [numbered] };
    const body = { type: 'doc', content: [quote] };
    expect(through(body)).toEqual(body);
  });

  it('is empty when nothing is written, whatever the editor shows to write on', () => {
    expect(documentOf({ type: 'doc', content: [] }).content).toEqual([{ type: 'paragraph' }]);
    expect(through({ type: 'doc', content: [] })).toEqual({ type: 'doc', content: [] });
  });

  it('leaves out what is the editor’s own, and the empty line at the end', () => {
    const item = { type: 'listItem', content: [{ type: 'paragraph' }] };
    const held = [
      { type: 'orderedList', attrs: { start: 1, type: null }, content: [item] },
      { type: 'paragraph', attrs: { textAlign: null } },
    ];
    expect(bodyOf({ type: 'doc', content: held })).toEqual({
      type: 'doc',
      content: [{ type: 'orderedList', content: [item] }],
    });
  });

  it('is in NFC, whatever a keyboard sends', () => {
    const text = 'Tiếng Việt'.normalize('NFD');
    const told = bodyOf({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    expect(JSON.stringify(told)).toContain('Tiếng Việt'.normalize('NFC'));
  });

  it('has no marks on footnotes, no empty footnotes, no links that lead to scripts', () => {
    const bad = { type: 'link', attrs: { href: 'javascript:alert(1)', title: null } };
    const told = bodyOf({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a', marks: [bad, { type: 'bold' }] },
            { type: 'footnote' },
            {
              type: 'footnote',
              marks: [{ type: 'bold' }],
              content: [{ type: 'text', text: 'b' }],
            },
          ],
        },
      ],
    });
    expect(told?.content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'a', marks: [{ type: 'bold' }] },
        { type: 'footnote', content: [{ type: 'text', text: 'b' }] },
      ],
    });
  });
});
