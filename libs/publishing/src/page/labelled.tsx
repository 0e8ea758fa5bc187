import type { ComponentChildren } from 'preact';
import { translate, type Language } from '@desk/languages';

interface Props {
  readonly language: Language;
  readonly label: string;
  /** The name of the text's one placeholder. */
  readonly hole: string;
  readonly children: ComponentChildren;
}

/** A text with markup in the place of its placeholder, wherever its language puts it. */
export function Labelled({ language, label, hole, children }: Props) {
  const mark = '\uE000';
  const [before = '', after = ''] = translate(language, label, { [hole]: mark }).split(mark);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
