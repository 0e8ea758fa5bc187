import type { GlossaryFileConcept, GlossaryFileTerm } from '../glossary-file.js';
import { PRODUCT } from '../own-names.js';
import { startTag, XML_DECLARATION, xmlElement, xmlText } from '../xml/write-xml.js';
import { statusValues } from './statuses.js';

/** The names of one version of TBX. */
interface Names {
  readonly root: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly header: string;
  readonly concept: string;
  readonly language: string;
  readonly term: string;
}

const version3: Names = {
  root: 'tbx',
  attributes: { type: 'TBX-Basic', style: 'dca', xmlns: 'urn:iso:std:iso:30042:ed-2' },
  header: 'tbxHeader',
  concept: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
};
const version2: Names = {
  root: 'martif',
  attributes: { type: 'TBX-Basic' },
  header: 'martifHeader',
  concept: 'termEntry',
  language: 'langSet',
  term: 'tig',
};

/** TBX of ISO 30042:2019, dialect TBX-Basic in the style with attributes, in pieces. */
export function writeTbx(concepts: Iterable<GlossaryFileConcept>): Generator<string> {
  return write(concepts, version3);
}

/** The older form, with `martif` at its root, which most tools read. */
export function writeMartif(concepts: Iterable<GlossaryFileConcept>): Generator<string> {
  return write(concepts, version2);
}

function* write(concepts: Iterable<GlossaryFileConcept>, names: Names): Generator<string> {
  const about = xmlElement('sourceDesc', {}, xmlElement('p', {}, PRODUCT));
  yield XML_DECLARATION;
  yield startTag(names.root, { ...names.attributes, 'xml:lang': 'vi' });
  yield `\n${xmlElement(names.header, {}, xmlElement('fileDesc', {}, about))}\n<text><body>\n`;
  for (const concept of concepts) {
    if (concept.terms.length > 0) yield `${conceptXml(concept, names)}\n`;
  }
  yield `</body></text>\n</${names.root}>\n`;
}

const said = (name: string, attributes: Readonly<Record<string, string>>, text: string): string =>
  text === '' ? '' : xmlElement(name, attributes, xmlText(text));

function conceptXml(concept: GlossaryFileConcept, names: Names): string {
  const languages = new Map<string, GlossaryFileTerm[]>();
  for (const term of concept.terms) {
    const others = languages.get(term.language);
    if (others) others.push(term);
    else languages.set(term.language, [term]);
  }
  return xmlElement(
    names.concept,
    { id: `c-${concept.id}` },
    [
      said('descrip', { type: 'subjectField' }, concept.domain),
      said('descrip', { type: 'definition' }, concept.definition),
      said('admin', { type: 'source' }, concept.source),
      said('note', {}, concept.note),
      ...[...languages].map(([language, terms]) =>
        xmlElement(
          names.language,
          { 'xml:lang': language },
          terms.map((term) => termXml(term, names)).join(''),
        ),
      ),
    ].join(''),
  );
}

function termXml({ term, status, note }: GlossaryFileTerm, names: Names): string {
  const type = { type: 'administrativeStatus' };
  return xmlElement(
    names.term,
    {},
    xmlElement('term', {}, xmlText(term)) +
      xmlElement('termNote', type, statusValues[status]) +
      said('note', {}, note),
  );
}
