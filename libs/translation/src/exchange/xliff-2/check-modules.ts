import type { Problems } from '../problem.js';
import { childNamed, elementsOf, textOf, type XmlElement, within } from '../xml/element.js';
import { checkUnique } from './check-ids.js';
import { prefixOf } from './namespaces.js';

type Check = (element: XmlElement, parents: readonly XmlElement[], problems: Problems) => void;

const excluded = (element: XmlElement, attribute: string, problems: Problems): void => {
  problems.add(element, 'exchange.attribute_excluded', { attribute, element: element.name });
};
const misplaced = (element: XmlElement, parent: string, problems: Problems): void => {
  problems.add(element, 'exchange.element_misplaced', { element: element.name, parent });
};

/** What the modules demand beyond their grammar. */
const checks: Readonly<Record<string, Check>> = {
  'mtc:matches': (element, parents, problems) => {
    if (parents.at(-1)?.name !== 'unit') misplaced(element, parents.at(-1)?.name ?? '', problems);
    checkUnique(elementsOf(element), problems);
  },
  'mtc:match': (element, _parents, problems) => {
    if (element.attributes.has('xml:lang')) excluded(element, 'xml:lang', problems);
    if (element.attributes.has('subType') && !element.attributes.has('type')) {
      problems.add(element, 'exchange.attribute_needed', { attribute: 'type', because: 'subType' });
    }
  },
  'gls:glossary': (element, parents, problems) => {
    if (parents.at(-1)?.name !== 'unit') misplaced(element, parents.at(-1)?.name ?? '', problems);
    const named = [...within(element)].filter(
      ({ name }) => name === 'gls:glossEntry' || name === 'gls:translation',
    );
    checkUnique(named, problems);
  },
  'gls:glossEntry': (element, _parents, problems) => {
    if (childNamed(element, 'gls:translation') ?? childNamed(element, 'gls:definition')) return;
    problems.add(element, 'exchange.element_missing', {
      element: element.name,
      child: 'gls:translation, gls:definition',
    });
  },
  'mda:metadata': (element, _parents, problems) => {
    checkUnique(
      [...within(element)].filter(
        ({ name }) => name === 'mda:metadata' || name === 'mda:metaGroup',
      ),
      problems,
    );
  },
  'res:resourceData': (element, _parents, problems) => {
    checkUnique(elementsOf(element), problems);
  },
  'res:resourceItem': (element, _parents, problems) => {
    const parts = elementsOf(element);
    if (parts.length === 0) {
      problems.add(element, 'exchange.element_missing', {
        element: element.name,
        child: 'res:source, res:target, res:reference',
      });
    }
    const filled = parts.some((part) => elementsOf(part).length > 0);
    if (!filled && !element.attributes.has('mimeType')) {
      problems.add(element, 'exchange.attribute_missing', {
        attribute: 'mimeType',
        element: element.name,
      });
    }
  },
  'res:source': checkHref,
  'res:target': checkHref,
  'slr:profiles': (element, parents, problems) => {
    if (parents.at(-1)?.name !== 'file') misplaced(element, parents.at(-1)?.name ?? '', problems);
  },
  'val:rule': checkRule,
  'ctr:revisions': checkRevisions,
};

/** Runs through the modules that stand in a file, group or unit. */
export function checkModules(
  element: XmlElement,
  parents: readonly XmlElement[],
  problems: Problems,
): void {
  checks[element.name]?.(element, parents, problems);
  const chain = [...parents, element];
  for (const child of elementsOf(element)) checkModules(child, chain, problems);
}

function checkHref(element: XmlElement, _parents: readonly XmlElement[], problems: Problems): void {
  const empty = elementsOf(element).length === 0 && textOf(element).trim() === '';
  const href = element.attributes.has('href');
  if (empty && !href) {
    problems.add(element, 'exchange.attribute_missing', {
      attribute: 'href',
      element: element.name,
    });
  }
  if (!empty && href) excluded(element, 'href', problems);
}

/** One condition a rule: one of the four, or others' own. */
function checkRule(rule: XmlElement, parents: readonly XmlElement[], problems: Problems): void {
  const has = (name: string) => rule.attributes.has(name);
  const native = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'].filter(has);
  const custom = [...rule.attributes.keys()].filter((name) => prefixOf(name) !== '');
  const second = native.length > 0 ? [...native, ...custom][1] : undefined;
  if (second !== undefined) excluded(rule, second.replace(/^\{.*\}/, ''), problems);
  if (native.length + custom.length === 0) {
    problems.add(rule, 'exchange.attribute_missing', {
      attribute: 'isPresent',
      element: rule.name,
    });
  }
  if (has('occurs') && !has('isPresent')) {
    problems.add(rule, 'exchange.attribute_needed', { attribute: 'isPresent', because: 'occurs' });
  }
  if (has('existsInSource') && (native.length === 0 || has('isNotPresent'))) {
    problems.add(rule, 'exchange.attribute_needed', {
      attribute: 'isPresent',
      because: 'existsInSource',
    });
  }
  if (rule.attributes.get('disabled') === 'yes' && parents.at(-2)?.name === 'file') {
    excluded(rule, 'disabled', problems);
  }
}

/** Attributes of the elements whose changes can be tracked. */
const tracked = new Map([
  ['note', ['id', 'appliesTo', 'category', 'priority']],
  ['unit', ['id', 'name', 'canResegment', 'translate', 'srcDir', 'trgDir', 'type']],
  ['segment', ['id', 'canResegment', 'state', 'subState']],
  ['ignorable', ['id']],
  ['target', ['order']],
]);

function checkRevisions(
  revisions: XmlElement,
  _parents: readonly XmlElement[],
  problems: Problems,
): void {
  const all = elementsOf(revisions).filter(({ name }) => name === 'ctr:revision');
  checkUnique(all, problems, 'version');
  const current = revisions.attributes.get('currentVersion');
  if (
    current !== undefined &&
    !all.some((revision) => revision.attributes.get('version') === current)
  ) {
    problems.add(revisions, 'exchange.reference_broken', {
      attribute: 'currentVersion',
      value: current,
    });
  }
  const names = tracked.get(revisions.attributes.get('appliesTo') ?? '');
  for (const revision of all) {
    const items = elementsOf(revision);
    checkUnique(items, problems, 'property');
    for (const item of items) {
      const property = item.attributes.get('property') ?? '';
      const known = property === 'content' || names?.includes(property) !== false;
      if (known || property.includes(':')) continue;
      problems.add(item, 'exchange.attribute_invalid', {
        attribute: 'property',
        element: item.name,
        value: property,
      });
    }
  }
}
