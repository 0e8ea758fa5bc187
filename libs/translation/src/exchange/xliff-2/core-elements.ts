import { atLeastOne, type ElementRule, maybe, one, others, rule, some } from './element-rule.js';

const inline = some('cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em');
const directions = { srcDir: 'direction', trgDir: 'direction' } as const;
const editing = {
  canCopy: 'yesNo',
  canDelete: 'yesNo',
  canReorder: 'yesNoFirstNo',
  copyOf: 'token',
  subType: 'userDefined',
  type: 'codeType',
} as const;
const marking = {
  id: '!token',
  translate: 'yesNo',
  type: 'markType',
  ref: 'uri',
  value: 'any',
} as const;
const shown = { disp: 'any', equiv: 'any', dataRef: 'token', subFlows: 'tokens' } as const;
const end = {
  ...editing,
  ...shown,
  canOverlap: 'yesNo',
  dir: 'direction',
  isolated: 'yesNo',
} as const;

/** The core of XLIFF 2.1: what stands in what, with which attributes. */
export const coreElements: Readonly<Record<string, ElementRule>> = {
  xliff: rule(
    [atLeastOne('file')],
    { version: '!any', srcLang: '!language', trgLang: 'language', 'xml:space': 'space' },
    { open: true },
  ),
  file: rule(
    [maybe('skeleton'), others, maybe('notes'), atLeastOne('unit', 'group')],
    {
      ...directions,
      id: '!token',
      canResegment: 'yesNo',
      original: 'any',
      translate: 'yesNo',
      'xml:space': 'space',
    },
    { open: true },
  ),
  skeleton: rule([others], { href: 'any' }, { mixed: true }),
  group: rule(
    [others, maybe('notes'), some('unit', 'group')],
    {
      ...directions,
      id: '!token',
      name: 'any',
      canResegment: 'yesNo',
      translate: 'yesNo',
      type: 'userDefined',
      'xml:space': 'space',
    },
    { open: true },
  ),
  unit: rule(
    [others, maybe('notes'), maybe('originalData'), atLeastOne('segment', 'ignorable')],
    {
      ...directions,
      id: '!token',
      name: 'any',
      canResegment: 'yesNo',
      translate: 'yesNo',
      type: 'userDefined',
      'xml:space': 'space',
    },
    { open: true },
  ),
  segment: rule([one('source'), maybe('target')], {
    id: 'token',
    canResegment: 'yesNo',
    state: 'state',
    subState: 'userDefined',
  }),
  ignorable: rule([one('source'), maybe('target')], { id: 'token' }),
  notes: rule([atLeastOne('note')], {}),
  note: rule(
    [],
    { id: 'token', appliesTo: 'appliesTo', category: 'any', priority: 'priority' },
    { mixed: true, open: true },
  ),
  originalData: rule([atLeastOne('data')], {}),
  data: rule(
    [some('cp')],
    { id: '!token', dir: 'direction', 'xml:space': 'preserve' },
    { mixed: true },
  ),
  source: rule([inline], { 'xml:lang': 'languageOrNone', 'xml:space': 'space' }, { mixed: true }),
  target: rule(
    [inline],
    { 'xml:lang': 'languageOrNone', 'xml:space': 'space', order: 'positive' },
    { mixed: true },
  ),
  cp: rule([], { hex: '!codePoint' }),
  ph: rule([], { ...editing, ...shown, id: '!token' }, { open: true }),
  pc: rule(
    [inline],
    {
      ...editing,
      id: '!token',
      canOverlap: 'yesNo',
      dispEnd: 'any',
      dispStart: 'any',
      equivEnd: 'any',
      equivStart: 'any',
      dataRefEnd: 'token',
      dataRefStart: 'token',
      subFlowsEnd: 'tokens',
      subFlowsStart: 'tokens',
      dir: 'direction',
    },
    { mixed: true, open: true },
  ),
  sc: rule([], { ...end, id: '!token' }, { open: true }),
  ec: rule([], { ...end, id: 'token', startRef: 'token' }, { open: true }),
  mrk: rule([inline], marking, { mixed: true, open: true }),
  sm: rule([], marking, { open: true }),
  em: rule([], { startRef: '!token' }),
};
