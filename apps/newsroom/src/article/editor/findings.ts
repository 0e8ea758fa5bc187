import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { WritingFinding } from '@desk/contracts';
import { stretchOfFinding } from './lines';

const key = new PluginKey<DecorationSet>('findings');

/** Lines under the words that something is said of. They move with the text as it is typed. */
export const Findings = Extension.create({
  name: 'findings',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (change, now) => {
          const next: unknown = change.getMeta(key);
          return next instanceof DecorationSet ? next : now.map(change.mapping, change.doc);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Marks these findings and no others. Not while an input method composes: it would be disturbed. */
export function showFindings(editor: Editor, findings: readonly WritingFinding[]): void {
  if (editor.isDestroyed || editor.view.composing) return;
  const { doc } = editor.state;
  const marks = findings.flatMap((finding) => {
    const stretch = stretchOfFinding(doc, finding);
    if (!stretch) return [];
    const { from, to } = stretch;
    return [Decoration.inline(from, to, { class: 'desk-finding', 'data-finding': finding.kind })];
  });
  const next = DecorationSet.create(doc, marks);
  editor.view.dispatch(editor.state.tr.setMeta(key, next).setMeta('addToHistory', false));
}

/** Puts a correction in the place of the words; they keep their marks. False: they are gone. */
export function correctIn(editor: Editor, finding: WritingFinding, correction: string): boolean {
  const stretch = stretchOfFinding(editor.state.doc, finding);
  if (!stretch) return false;
  const { from, to } = stretch;
  if (editor.state.doc.textBetween(from, to, '\n', '\n') !== finding.words) return false;
  const { tr } = editor.state;
  editor.view.dispatch(
    correction === '' ? tr.delete(from, to) : tr.insertText(correction, from, to),
  );
  return true;
}
