import { Extension, type Editor } from '@tiptap/core';
import { Suggestion } from '@tiptap/suggestion';
import { comparable } from '@desk/languages';
import { announce } from '../../design/announce';
import { insertions, type Insertion } from './deeds';

/** What the menu shows now, and how it is told of keys. */
export interface SlashState {
  readonly items: readonly Insertion[];
  readonly at: number;
  readonly left: number;
  readonly top: number;
  readonly choose: (item: Insertion) => void;
}

/**
 * The menu that a `/` at the start of a word opens. `show` draws it (null: gone); `nameOf` is
 * what is typed to find an item; `choose` does it.
 */
export const slash = (
  nameOf: (item: Insertion) => string,
  show: (state: SlashState | null) => void,
  choose: (editor: Editor, item: Insertion) => void,
): Extension =>
  Extension.create({
    name: 'slash',
    addProseMirrorPlugins() {
      let state: SlashState | null = null;
      const draw = (next: SlashState | null): void => {
        state = next;
        show(next);
      };
      return [
        Suggestion<Insertion, Insertion>({
          editor: this.editor,
          char: '/',
          allowSpaces: false,
          items: ({ query }) =>
            insertions.filter((item) => comparable(nameOf(item)).includes(comparable(query))),
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run();
            choose(editor, props);
          },
          render: () => ({
            onStart: ({ items, command, clientRect }) => {
              const place = clientRect?.();
              draw({
                items,
                at: 0,
                left: place?.left ?? 0,
                top: place?.bottom ?? 0,
                choose: command,
              });
            },
            onUpdate: ({ items, command, clientRect }) => {
              const place = clientRect?.();
              draw({
                items,
                at: 0,
                left: place?.left ?? state?.left ?? 0,
                top: place?.bottom ?? state?.top ?? 0,
                choose: command,
              });
            },
            onKeyDown: ({ event }) => {
              if (!state || event.isComposing) return false;
              const { items, at, choose: take } = state;
              if (event.key === 'Escape') {
                draw(null);
                return true;
              }
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                const step = event.key === 'ArrowDown' ? 1 : -1;
                const next = (at + step + items.length) % Math.max(items.length, 1);
                draw({ ...state, at: next });
                const name = items[next];
                if (name) announce(nameOf(name));
                return true;
              }
              const item = items[at];
              if (event.key !== 'Enter' || !item) return false;
              take(item);
              return true;
            },
            onExit: () => {
              draw(null);
            },
          }),
        }),
      ];
    },
  });
