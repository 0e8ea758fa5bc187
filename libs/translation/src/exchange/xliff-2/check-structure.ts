import { elementsOf, type XmlElement } from '../xml/element.js';
import type { Problems } from '../problem.js';
import { coreElements } from './core-elements.js';
import type { ElementRule, Particle } from './element-rule.js';
import { moduleAttributes, moduleElements } from './module-elements.js';
import { prefixOf } from './namespaces.js';
import { valueTypes } from './value-types.js';

const rules = new Map(
  Object.entries({ ...coreElements, ...moduleElements }).map(([name, rule]) => [
    name,
    { ...rule, known: new Map(Object.entries(rule.attributes)) },
  ]),
);
type KnownRule = ElementRule & { readonly known: ReadonlyMap<string, string> };
/** How the values of a type are tested, with and without the mark of what must be there. */
const tests = new Map<string, (value: string) => boolean>(
  Object.entries(valueTypes).flatMap(([name, test]) => [
    [name, test],
    [`!${name}`, test],
  ]),
);
const openAttributes = new Map(Object.entries(moduleAttributes));
const bare = (name: string) => name.replace(/^\{.*\}/, '');

/** Whether the element and everything in it stand as the standard's grammar says. */
export function checkStructure(element: XmlElement, problems: Problems): void {
  checkElement(element, problems);
  for (const child of elementsOf(element)) checkStructure(child, problems);
}

/** The same for the element alone: its attributes and the order of its children. */
export function checkElement(element: XmlElement, problems: Problems): void {
  const rule = rules.get(element.name);
  if (rule === undefined) {
    if (prefixOf(element.name) === '') {
      problems.add(element, 'exchange.element_unknown', { element: bare(element.name) });
    } else checkForeign(element, problems);
    return;
  }
  checkAttributes(element, rule, problems);
  checkContent(element, rule, problems);
}

/** Elements of others may have any attributes; those of XML and the modules keep their types. */
function checkForeign(element: XmlElement, problems: Problems): void {
  for (const [name, value] of element.attributes) {
    if (tests.get(openAttributes.get(name) ?? 'any')?.(value) !== false) continue;
    const facts = { attribute: name, element: bare(element.name), value: value.slice(0, 80) };
    problems.add(element, 'exchange.attribute_invalid', facts);
  }
}

function checkAttributes(element: XmlElement, rule: KnownRule, problems: Problems): void {
  const { known } = rule;
  for (const [name, type] of known) {
    if (type.startsWith('!') && !element.attributes.has(name)) {
      problems.add(element, 'exchange.attribute_missing', {
        attribute: name,
        element: bare(element.name),
      });
    }
  }
  for (const [name, value] of element.attributes) {
    const prefix = prefixOf(name);
    if (prefix === 'xsi') continue;
    const foreign = prefix !== '' && prefix !== prefixOf(element.name);
    const type =
      known.get(name) ?? (rule.open && foreign ? (openAttributes.get(name) ?? 'any') : null);
    const facts = { attribute: bare(name), element: bare(element.name) };
    if (type === null) problems.add(element, 'exchange.attribute_unknown', facts);
    else if (tests.get(type)?.(value) === false) {
      problems.add(element, 'exchange.attribute_invalid', { ...facts, value: value.slice(0, 80) });
    }
  }
}

function checkContent(element: XmlElement, rule: ElementRule, problems: Problems): void {
  let at = 0;
  let count = 0;
  const missing = (particle: Particle | undefined): boolean => particle?.min === 1 && count === 0;
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (rule.mixed || child.trim() === '') continue;
      problems.add(element, 'exchange.text_misplaced', { element: bare(element.name) });
      continue;
    }
    let particle = rule.content[at];
    const [from, counted] = [at, count];
    while (particle !== undefined && !fits(child, element, particle, count)) {
      if (missing(particle)) break;
      at += 1;
      count = 0;
      particle = rule.content[at];
    }
    if (particle === undefined || !fits(child, element, particle, count)) {
      problems.add(child, 'exchange.element_misplaced', {
        element: bare(child.name),
        parent: bare(element.name),
      });
      if (particle === undefined) [at, count] = [from, counted];
      continue;
    }
    count += 1;
  }
  for (; at < rule.content.length; at += 1, count = 0) {
    const particle = rule.content[at];
    if (!missing(particle)) continue;
    problems.add(element, 'exchange.element_missing', {
      element: bare(element.name),
      child: particle?.names.join(', ') ?? '',
    });
  }
}

function fits(child: XmlElement, parent: XmlElement, particle: Particle, count: number): boolean {
  if (particle.max === 1 && count >= 1) return false;
  if (particle.other === true) {
    const prefix = prefixOf(child.name);
    return prefix !== prefixOf(parent.name) && prefix !== '{}';
  }
  return particle.names.includes(child.name);
}
