import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Language } from '@desk/languages';
import { text } from './attributes';
import type { Asked } from './deeds';
import { EmbedDialog } from './embed-dialog';
import { FootnoteDialog } from './footnote-dialog';
import { LinkDialog } from './link-dialog';
import { PictureDialog } from './picture-dialog';

/** What somebody is asked for; `place`: of what stands there already. */
export interface Asking {
  readonly what: Asked | 'link';
  readonly place: number | null;
}

/** Asks for what a footnote says, where a link leads, which picture: and puts it into the text. */
export function AskedDialog({
  editor,
  asking: { what, place },
  language,
  onClose,
}: {
  editor: Editor;
  asking: Asking;
  language: Language;
  onClose: () => void;
}) {
  const there = place === null ? null : editor.state.doc.nodeAt(place);
  /** Over what stands there, or at the cursor. */
  const put = (content: object | null): void => {
    onClose();
    const chain = editor.chain().focus();
    if (place !== null && there) chain.deleteRange({ from: place, to: place + there.nodeSize });
    if (content && place !== null) chain.insertContentAt(place, content);
    else if (content) chain.insertContent(content);
    chain.run();
  };
  switch (what) {
    case 'footnote':
      return (
        <FootnoteDialog
          content={there ? childrenOf(there) : []}
          language={language}
          onClose={onClose}
          onWritten={(content) => {
            put(content.length === 0 ? null : { type: 'footnote', content });
          }}
        />
      );
    case 'embed':
      return (
        <EmbedDialog
          given={{ href: text(there?.attrs.href), title: text(there?.attrs.title) }}
          language={language}
          onClose={onClose}
          onWritten={(attrs) => {
            put({ type: 'embed', attrs });
          }}
        />
      );
    case 'picture':
      return (
        <PictureDialog
          language={language}
          onClose={onClose}
          onChosen={(attrs) => {
            put({ type: 'figure', attrs });
          }}
        />
      );
    case 'link':
      return (
        <LinkDialog
          given={text(editor.getAttributes('link').href)}
          onClose={onClose}
          onWritten={(href) => {
            onClose();
            const chain = editor.chain().focus().extendMarkRange('link');
            if (href === '') chain.unsetLink().run();
            else if (editor.state.selection.empty && !editor.isActive('link')) {
              // Without words to lead from, the address itself is the words.
              chain
                .insertContent({
                  type: 'text',
                  text: href,
                  marks: [{ type: 'link', attrs: { href } }],
                })
                .run();
            } else chain.setLink({ href }).run();
          }}
        />
      );
  }
}

function childrenOf(node: Node): JSONContent[] {
  const children: JSONContent[] = [];
  node.forEach((child) => {
    children.push(child.toJSON() as JSONContent);
  });
  return children;
}
