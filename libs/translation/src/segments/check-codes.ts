import { codeInCodeText, codeTokens } from './code-text.js';

/** `crossed`: pairs that overlap without one being inside the other. */
export type CodeFault = 'missing' | 'invented' | 'repeated' | 'unopened' | 'unclosed' | 'crossed';

export interface CodeProblem {
  readonly fault: CodeFault;
  /** The placeholder as the translator sees it: `⟨1⟩`, `⟨/1⟩`, `⟨2/⟩`. */
  readonly code: string;
}

/** What is wrong with a translation's placeholders. Their order may differ from the source's. */
export function checkCodes(source: string, target: string): CodeProblem[] {
  const problems: CodeProblem[] = [];
  const report = (fault: CodeFault, code: string) => problems.push({ fault, code });
  const wanted = new Set(codesOf(source).map(({ code }) => code));
  const seen = new Set<string>();
  const open: number[] = [];
  for (const { code, type, id } of codesOf(target)) {
    if (!wanted.has(code)) {
      report('invented', code);
      continue;
    }
    if (seen.has(code)) report('repeated', code);
    seen.add(code);
    if (type === 'open') open.push(id);
    if (type !== 'close') continue;
    const depth = open.lastIndexOf(id);
    if (depth === -1) report('unopened', code);
    else {
      if (depth !== open.length - 1) report('crossed', code);
      open.splice(depth, 1);
    }
  }
  for (const id of open) {
    if (seen.has(codeInCodeText('close', id))) report('unclosed', codeInCodeText('open', id));
  }
  for (const code of wanted) if (!seen.has(code)) report('missing', code);
  return problems;
}

function codesOf(text: string) {
  return codeTokens(text).flatMap((token) =>
    token.type === 'text' ? [] : [{ ...token, code: codeInCodeText(token.type, token.id) }],
  );
}
