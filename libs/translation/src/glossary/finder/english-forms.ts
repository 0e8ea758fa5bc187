/** Forms that no rule gives; each line begins with the form that glossaries hold. */
const IRREGULAR: readonly (readonly string[])[] = `
man men|woman women|child children|person people persons|foot feet|tooth teeth|goose geese|mouse mice
analysis analyses|basis bases|crisis crises|criterion criteria|phenomenon phenomena|hypothesis hypotheses
medium media|curriculum curricula|memorandum memoranda memorandums|datum data|index indices indexes
leaf leaves|life lives|half halves|wolf wolves|shelf shelves|thief thieves|loaf loaves
be am is are was were been being|have has had having|do does did done doing|go goes went gone going
begin began begun|bring brought|build built|buy bought|catch caught|choose chose chosen|come came
cut|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought
find found|fly flew flown|forbid forbade forbidden|forecast|get got gotten|give gave given|grow grew grown
hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|lose lost|make made|mean meant
meet met|pay paid|put|read|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent
set|shoot shot|show showed shown|shut|sow sowed sown|speak spoke spoken|spend spent|spread|stand stood
steal stole stolen|strike struck|swear swore sworn|swim swam swum|take took taken|teach taught|tell told
think thought|throw threw thrown|understand understood|win won|withdraw withdrew withdrawn|write wrote written
`
  .split(/[|\n]/)
  .filter((line) => line !== '')
  .map((line) => line.split(' '));

const irregular = new Map<string, readonly string[]>(
  IRREGULAR.flatMap((forms) => forms.map((form): [string, readonly string[]] => [form, forms])),
);

/** Words that end in s and are no plurals. */
const NO_PLURAL = /(?:ss|us|is|ics|news|series|species|means|headquarters)$/;

/** The plural, by the ending; chairmen, spokeswomen and spokespeople too. */
export function pluralOf(word: string): string {
  if (/[^hu]man$/.test(word) || word.endsWith('woman')) return `${word.slice(0, -2)}en`;
  if (word.endsWith('person') && word !== 'person') return `${word.slice(0, -6)}people`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/**
 * Forms of a word in lower case: plural and singular, -s, -ed, -ing, and those without a rule.
 * A plural that is a term by itself is that word only: minutes are no minute.
 */
export function formsOf(word: string, alone: boolean): ReadonlySet<string> {
  const forms = new Set([word]);
  if (!/^[a-z]{3,}$/.test(word)) return forms;
  if (alone && singulars(word).length > 0) return forms;
  const known = irregular.get(word);
  for (const base of [...singulars(word), ...(known ?? [])]) forms.add(base);
  const bases = known === undefined ? [...forms] : [known[0] ?? word];
  for (const base of bases) {
    forms.add(pluralOf(base));
    if (/(?:[^aeiou]|[aeiou])o$/.test(base)) forms.add(`${base}es`);
    for (const stem of stems(base)) forms.add(`${stem}ing`);
    if (known === undefined) {
      for (const stem of stems(base)) forms.add(`${stem}ed`);
    }
  }
  return forms;
}

function singulars(word: string): string[] {
  if (!word.endsWith('s') || NO_PLURAL.test(word)) return [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(?:x|ch|sh|ss)es$/.test(word)) return [word.slice(0, -2)];
  return [word.slice(0, -1)];
}

/** What -ed and -ing are put to: without e, with i for y in -ed, with a doubled consonant. */
function stems(base: string): string[] {
  if (base.endsWith('ee')) return [base, base.slice(0, -1)];
  if (base.endsWith('ie')) return [base.slice(0, -1), `${base.slice(0, -2)}y`];
  if (base.endsWith('e')) return [base.slice(0, -1)];
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}i`];
  if (/[^aeiou][aeiou][bdfglmnprt]$/.test(base)) return [base, base + base.slice(-1)];
  return [base];
}
