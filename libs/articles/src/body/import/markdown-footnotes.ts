import type { TokenizerAndRendererExtension, Tokens } from 'marked';

/** `[^name]: text`, with further lines indented; becomes what `bodyFromHtml` knows as a note. */
export const footnoteDefinition: TokenizerAndRendererExtension = {
  name: 'footnoteDefinition',
  level: 'block',
  tokenizer(source) {
    const found = /^\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n(?:[ \t]+\S[^\n]*))*)(?:\n+|$)/.exec(
      source,
    );
    if (found === null) return undefined;
    const text = (found[2] ?? '').replace(/\n[ \t]+/g, '\n');
    const token = { type: 'footnoteDefinition', raw: found[0], id: found[1], tokens: [] };
    this.lexer.inline(text, token.tokens);
    return token;
  },
  renderer(token) {
    return `<div id="${idOf(token)}">${this.parser.parseInline(token.tokens ?? [])}</div>\n`;
  },
};

/** `[^name]` in a text. */
export const footnoteReference: TokenizerAndRendererExtension = {
  name: 'footnoteReference',
  level: 'inline',
  start: (source) => {
    const at = source.indexOf('[^');
    return at < 0 ? undefined : at;
  },
  tokenizer(source) {
    const found = /^\[\^([^\]\s]{1,60})\]/.exec(source);
    return found === null ? undefined : { type: 'footnoteReference', raw: found[0], id: found[1] };
  },
  renderer(token) {
    return `<sup><a href="#${idOf(token)}">${encodeURIComponent(nameOf(token))}</a></sup>`;
  },
};

function idOf(token: Tokens.Generic): string {
  return `fn-${Buffer.from(nameOf(token)).toString('hex')}`;
}

function nameOf(token: Tokens.Generic): string {
  return typeof token.id === 'string' ? token.id : '';
}
