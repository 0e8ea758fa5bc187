import type { CheckName, CheckSetting, CheckSettings, severities } from '@desk/contracts';

export { checkNames } from '@desk/contracts';
export type { CheckName, CheckSetting, CheckSettings };

/**
 * `blocking` findings hold a submission up, `warning` ones go along to the reviewer unless
 * dismissed with a reason; a `note` is a doubtful finding, shown to the translator alone.
 */
export type Severity = (typeof severities)[number];

export type Side = 'source' | 'target';

/** The target's text from `start` to `end` is replaced by `text`. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type MessageParams = Readonly<Record<string, string | number>>;

/** Something that looks wrong; its place in UTF-16 units of the written form of that side. */
export interface Finding {
  readonly check: CheckName;
  readonly severity: Severity;
  readonly side: Side;
  readonly start: number;
  readonly end: number;
  /** A text of the namespace `checks`, such as `checks:numbers.missing`. */
  readonly message: { readonly key: string; readonly params: MessageParams };
  readonly fix?: Fix;
}

/** What a check says, in UTF-16 units of the visible text; the rest is added when all have run. */
export interface Remark {
  readonly check: CheckName;
  readonly side: Side;
  readonly start: number;
  readonly end: number;
  /** The message's key below the check's name. */
  readonly key: string;
  readonly params?: MessageParams;
  /** Whether it may well be right as it is: never more than a note. */
  readonly doubtful?: boolean;
  readonly fix?: Fix;
}

/**
 * Names a finding apart from where it stands, so that one that was dismissed stays so while the
 * rest of the sentence is worked on.
 */
export function findingKey({ check, side, message }: Finding): string {
  const params = Object.entries(message.params)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${String(value)}`);
  return [check, message.key, side, ...params].join('|').slice(0, 500);
}
