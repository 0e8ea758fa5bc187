import { Invalid, type ErrorFacts } from '@desk/errors';

/** Why a file, or a part of one, cannot be taken. Each is also the key of its text. */
export const exchangeCodes = [
  'exchange.too_large',
  'exchange.too_many_segments',
  'exchange.too_many_elements',
  'exchange.too_many_attributes',
  'exchange.too_deep',
  'exchange.encoding_unknown',
  'exchange.encoding_broken',
  'exchange.empty',
  'exchange.not_well_formed',
  'exchange.entity',
  'exchange.doctype_subset',
  'exchange.format_unknown',
  'exchange.version_unknown',
  'exchange.language_unknown',
  'exchange.element_unknown',
  'exchange.element_misplaced',
  'exchange.element_missing',
  'exchange.text_misplaced',
  'exchange.attribute_unknown',
  'exchange.attribute_missing',
  'exchange.attribute_invalid',
  'exchange.attribute_excluded',
  'exchange.attribute_needed',
  'exchange.attributes_differ',
  'exchange.id_repeated',
  'exchange.id_of_another',
  'exchange.reference_malformed',
  'exchange.reference_broken',
  'exchange.language_differs',
  'exchange.space_differs',
  'exchange.start_missing',
  'exchange.end_missing',
  'exchange.isolated_paired',
  'exchange.code_deleted',
  'exchange.code_reordered',
  'exchange.order_invalid',
  'exchange.copy_of_data',
  'exchange.copy_forbidden',
  'exchange.column_missing',
  'exchange.column_repeated',
  'exchange.quote_broken',
  'exchange.row_length',
  'exchange.term_missing',
  'exchange.status_unknown',
  'exchange.wrong_languages',
  'exchange.wrong_edition',
  'exchange.unit_unknown',
  'exchange.unit_twice',
  'exchange.source_differs',
  'exchange.codes_broken',
  'exchange.text_unclean',
  'exchange.text_too_long',
  'exchange.concept_invalid',
  'exchange.reading_failed',
] as const;
export type ExchangeCode = (typeof exchangeCodes)[number];

/** Something wrong in a file, with its place. `unit`: the part that cannot be taken for it. */
export interface ExchangeProblem {
  readonly code: ExchangeCode;
  readonly line: number;
  readonly column: number;
  /** Null: the fault is the whole file's. */
  readonly unit: string | null;
  readonly facts: ErrorFacts;
}

/** A file that cannot be read on: nothing of it is taken. */
export class ExchangeRefused extends Invalid {
  constructor(
    code: ExchangeCode,
    readonly at: { readonly line: number; readonly column: number },
    facts: ErrorFacts = {},
  ) {
    super(code, { ...facts, line: at.line, column: at.column });
  }
}

const MAX_PROBLEMS = 1000;

/** Collects what is wrong; a file that is all faults does not fill the memory. */
export class Problems {
  private readonly found: ExchangeProblem[] = [];
  private current: string | null = null;
  private readonly spoilt = new Set<string>();

  get all(): readonly ExchangeProblem[] {
    return this.found;
  }

  /** What is added from here on is of this unit; null: of the file. */
  within(unit: string | null): void {
    this.current = unit;
  }

  add(
    at: { readonly line: number; readonly column: number },
    code: ExchangeCode,
    facts: ErrorFacts = {},
    unit = this.current,
  ): void {
    if (unit !== null) this.spoilt.add(unit);
    if (this.found.length >= MAX_PROBLEMS) return;
    this.found.push({ code, line: at.line, column: at.column, unit, facts });
  }

  /** Whether something is wrong with this unit. */
  concern(unit: string): boolean {
    return this.spoilt.has(unit);
  }
}
