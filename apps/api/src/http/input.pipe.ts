import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Invalid } from '@desk/errors';
import { hasText, translate, type Language } from '@desk/languages';

const MAX_TOLD = 20;

const zodSays: Record<Language, z.core.$ZodErrorMap> = {
  vi: z.locales.vi().localeError,
  en: z.locales.en().localeError,
  km: z.locales.km().localeError,
};

/** A body or a query that its schema refuses. What is wrong is told in the caller's language. */
export class InvalidInput extends Invalid {
  constructor(
    code: 'request.invalid' | 'request.unknown_field',
    private readonly schema: z.ZodType,
    private readonly value: unknown,
  ) {
    super(code);
  }

  /** The first mistakes, each with the field it stands in. */
  told(language: Language): { field: string; message: string }[] {
    const read = this.schema.safeParse(this.value, { error: zodSays[language] });
    return (read.error?.issues ?? []).slice(0, MAX_TOLD).map((issue) => ({
      field: issue.path.map(String).join('.'),
      message: messageOf(issue, language),
    }));
  }
}

/** A check of the newsroom's own has an error code for its message. */
const messageOf = (issue: z.core.$ZodIssue, language: Language): string =>
  issue.code === 'custom' && hasText(`errors:${issue.message}`, language)
    ? translate(language, `errors:${issue.message}`, issue.params)
    : issue.message;

/** `?lang=` says in which language to answer, at every route; it is none of its own fields. */
function withoutLanguage(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('lang' in query)) return query;
  const { lang: _, ...rest } = query;
  return rest;
}

/** Holds bodies and queries against the schema of their parameter. */
export class InputPipe implements PipeTransform {
  /** @throws InvalidInput */
  transform(given: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return given;
    const value = type === 'query' ? withoutLanguage(given) : given;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    const unknown = read.error.issues.some(({ code }) => code === 'unrecognized_keys');
    throw new InvalidInput(unknown ? 'request.unknown_field' : 'request.invalid', schema, value);
  }
}
