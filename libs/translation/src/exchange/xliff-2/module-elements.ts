import { atLeastOne, type ElementRule, maybe, one, others, rule, some } from './element-rule.js';

const open = { open: true } as const;
const text = { mixed: true, open: true } as const;
const located = { href: 'any', 'xml:lang': 'languageOrNone' } as const;
const profile = { general: 'normalization', storage: 'normalization' } as const;
const agents = {
  org: 'any',
  orgRef: 'uri',
  person: 'any',
  personRef: 'uri',
  revOrg: 'any',
  revOrgRef: 'uri',
  revPerson: 'any',
  revPersonRef: 'uri',
  revTool: 'any',
  revToolRef: 'uri',
  tool: 'any',
  toolRef: 'uri',
} as const;

/** The modules of XLIFF 2.1, and change tracking of 2.0, which 2.1 keeps as an extension. */
export const moduleElements: Readonly<Record<string, ElementRule>> = {
  'mtc:matches': rule([atLeastOne('mtc:match')], {}),
  'mtc:match': rule(
    [maybe('mda:metadata'), maybe('originalData'), one('source'), one('target'), others],
    {
      id: 'token',
      matchQuality: 'percent',
      matchSuitability: 'percent',
      origin: 'any',
      ref: '!uri',
      reference: 'yesNo',
      similarity: 'percent',
      subType: 'userDefined',
      type: 'matchType',
    },
    open,
  ),
  'gls:glossary': rule([atLeastOne('gls:glossEntry')], {}),
  'gls:glossEntry': rule(
    [one('gls:term'), some('gls:translation'), maybe('gls:definition'), others],
    { id: 'token', ref: 'uri' },
    open,
  ),
  'gls:term': rule([], { source: 'any' }, text),
  'gls:translation': rule([], { id: 'token', ref: 'uri', source: 'any' }, text),
  'gls:definition': rule([], { source: 'any' }, text),
  'mda:metadata': rule([atLeastOne('mda:metaGroup')], { id: 'token' }),
  'mda:metaGroup': rule([atLeastOne('mda:metaGroup', 'mda:meta')], {
    id: 'token',
    category: 'any',
    appliesTo: 'metaAppliesTo',
  }),
  'mda:meta': rule([], { type: '!any' }, { mixed: true }),
  'res:resourceData': rule([some('res:resourceItemRef'), some('res:resourceItem')], {}),
  'res:resourceItemRef': rule([], { id: 'token', ref: '!token' }, open),
  'res:resourceItem': rule(
    [maybe('res:source'), maybe('res:target'), some('res:reference')],
    { mimeType: 'any', id: 'token', context: 'yesNo' },
    open,
  ),
  'res:source': rule([others], located, open),
  'res:target': rule([others], located, open),
  'res:reference': rule([], { ...located, href: '!any' }, open),
  'slr:profiles': rule([maybe('slr:normalization'), others], {
    generalProfile: 'any',
    storageProfile: 'any',
  }),
  'slr:normalization': rule([], profile),
  'slr:data': rule([others], { profile: '!any' }, open),
  'val:validation': rule([atLeastOne('val:rule')], {}, open),
  'val:rule': rule(
    [],
    {
      isPresent: 'any',
      occurs: 'positive',
      isNotPresent: 'any',
      startsWith: 'any',
      endsWith: 'any',
      existsInSource: 'yesNo',
      caseSensitive: 'yesNo',
      normalization: 'normalization',
      disabled: 'yesNo',
    },
    open,
  ),
  'ctr:changeTrack': rule([atLeastOne('ctr:revisions')], {}),
  'ctr:revisions': rule(
    [atLeastOne('ctr:revision')],
    { appliesTo: '!token', ref: 'token', currentVersion: 'token' },
    open,
  ),
  'ctr:revision': rule(
    [atLeastOne('ctr:item')],
    { author: 'any', datetime: 'any', version: 'token' },
    open,
  ),
  'ctr:item': rule([], { property: '!any' }, text),
  'its:locQualityIssues': rule([atLeastOne('its:locQualityIssue')], {
    'xml:id': '!token',
    version: 'any',
  }),
  'its:locQualityIssue': rule([], {
    version: 'any',
    locQualityIssueType: 'issueType',
    locQualityIssueComment: 'any',
    locQualityIssueSeverity: 'percent',
    locQualityIssueProfileRef: 'uri',
    locQualityIssueEnabled: 'yesNo',
  }),
  'its:provenanceRecords': rule([atLeastOne('its:provenanceRecord')], {
    'xml:id': '!token',
    version: 'any',
  }),
  'its:provenanceRecord': rule([], { version: 'any', ...agents }),
};

/** Attributes of modules, wherever attributes of other namespaces may stand. */
export const moduleAttributes: ElementRule['attributes'] = {
  'xml:lang': 'languageOrNone',
  'xml:space': 'space',
  'fs:fs': 'htmlElement',
  'fs:subFs': 'any',
  'slr:equivStorage': 'integer',
  'slr:sizeInfo': 'integer',
  'slr:sizeInfoRef': 'token',
  'slr:sizeRestriction': 'any',
  'slr:storageRestriction': 'any',
  'itsm:domains': 'any',
  'itsm:lang': 'language',
  'its:version': 'itsVersion',
  'its:localeFilterType': 'include',
  'its:locQualityIssueEnabled': 'yesNo',
  'its:locQualityIssueSeverity': 'percent',
  'its:locQualityIssueType': 'issueType',
  'its:locQualityRatingScore': 'percent',
  'its:locQualityRatingScoreThreshold': 'percent',
  'its:locQualityRatingVote': 'integer',
  'its:locQualityRatingVoteThreshold': 'integer',
  'its:mtConfidence': 'confidence',
  'its:taConfidence': 'confidence',
  'its:termConfidence': 'confidence',
};
