import type { Problems } from '../problem.js';
import type { XmlElement } from '../xml/element.js';

const QUALITY = [
  'its:locQualityIssueType',
  'its:locQualityIssueComment',
  'its:locQualityIssueSeverity',
  'its:locQualityIssueProfileRef',
  'its:locQualityIssueEnabled',
];
const AGENTS = [
  'org',
  'orgRef',
  'person',
  'personRef',
  'revOrg',
  'revOrgRef',
  'revPerson',
  'revPersonRef',
  'revTool',
  'revToolRef',
  'tool',
  'toolRef',
];
const CATEGORIES = new Set(
  'allowed-characters directionality domain elements-within-text external-resource id-value language-information locale-filter localization-note localization-quality-issue localization-quality-rating mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis translate'.split(
    ' ',
  ),
);

/** An attribute and those that cannot stand beside it. */
const apart: readonly (readonly [string, readonly string[]])[] = [
  ['its:locQualityIssuesRef', QUALITY],
  ['its:locQualityRatingScore', ['its:locQualityRatingVote']],
  ['its:taIdentRef', ['its:taSource', 'its:taIdent']],
  ['its:provenanceRecordsRef', AGENTS.map((name) => `its:${name}`)],
];

/** An attribute that needs another one, here or around it. */
const needed = [
  ['its:locQualityRatingScoreThreshold', 'its:locQualityRatingScore'],
  ['its:locQualityRatingVoteThreshold', 'its:locQualityRatingVote'],
] as const;

/** The attributes of the Internationalization Tag Set on an element. */
export function checkIts(
  element: XmlElement,
  ancestors: readonly XmlElement[],
  problems: Problems,
): void {
  const has = (name: string) => element.attributes.has(name);
  if (element.name === 'its:locQualityIssue') {
    needsOneOf(element, ['locQualityIssueType', 'locQualityIssueComment'], problems);
  }
  if (element.name === 'its:provenanceRecord') needsOneOf(element, AGENTS, problems);
  const names = [...element.attributes.keys()].filter((name) => /^itsm?:/.test(name));
  if (names.length === 0) return;
  const chain = [...ancestors, element];
  if (
    !chain.some(
      ({ name, attributes }) =>
        attributes.has('its:version') || (name.startsWith('its:') && attributes.has('version')),
    )
  ) {
    problems.add(element, 'exchange.attribute_needed', {
      attribute: 'its:version',
      because: names[0],
    });
  }
  for (const [name, others] of apart) {
    const other = has(name) ? others.find(has) : undefined;
    if (other === undefined) continue;
    problems.add(element, 'exchange.attribute_excluded', {
      attribute: other,
      element: element.name,
    });
  }
  for (const [name, other] of needed) {
    if (!has(name) || chain.some(({ attributes }) => attributes.has(other))) continue;
    problems.add(element, 'exchange.attribute_needed', { attribute: other, because: name });
  }
  if (has('its:taSource') !== has('its:taIdent') && !has('its:taIdentRef')) {
    problems.add(element, 'exchange.attribute_needed', {
      attribute: has('its:taSource') ? 'its:taIdent' : 'its:taSource',
      because: has('its:taSource') ? 'its:taSource' : 'its:taIdent',
    });
  }
  checkType(element, names, problems);
  checkAnnotators(element, problems);
}

function needsOneOf(element: XmlElement, names: readonly string[], problems: Problems): void {
  if (names.some((name) => element.attributes.has(name))) return;
  problems.add(element, 'exchange.attribute_missing', {
    attribute: names[0],
    element: element.name,
  });
}

/** Annotations for the Tag Set are of its own type; a term may say how sure it is. */
function checkType(element: XmlElement, names: readonly string[], problems: Problems): void {
  const type = element.attributes.get('type');
  if (element.name !== 'mrk' && element.name !== 'sm') return;
  if (type === undefined || type === 'its:generic' || type === 'term' || type === 'comment') return;
  if (names.every((name) => name === 'its:version' || name === 'its:termConfidence')) return;
  if (type.startsWith('its:')) return;
  problems.add(element, 'exchange.attribute_invalid', {
    attribute: 'type',
    element: element.name,
    value: type,
  });
}

/** `terminology|http://tool mt-confidence|http://engine`, each category once. */
function checkAnnotators(element: XmlElement, problems: Problems): void {
  const value = element.attributes.get('its:annotatorsRef');
  if (value === undefined) return;
  const categories = value
    .trim()
    .split(/\s+/)
    .map((one) => /^([^|]+)\|[^|]+$/.exec(one)?.[1]);
  const known = categories.every((name) => name !== undefined && CATEGORIES.has(name));
  if (known && new Set(categories).size === categories.length) return;
  problems.add(element, 'exchange.attribute_invalid', {
    attribute: 'its:annotatorsRef',
    element: element.name,
    value: value.slice(0, 80),
  });
}
