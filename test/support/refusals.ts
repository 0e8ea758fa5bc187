import { z } from 'zod';
import { languages, translate, type Language } from '@desk/languages';
import type { Colleague, Sent } from './colleague.js';
import type { HttpNewsroom } from './http-newsroom.js';

const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string().min(1) })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** A request that is to be refused. */
export interface Asked extends Sent {
  readonly by: Colleague;
  readonly method: string;
  readonly path: string;
}

/**
 * Sends a request in each language and holds the refusal against what refusals are: problem
 * details with this status and code, the message that the texts have for it, said differently
 * in each language, and nothing changed in the database. Returns the problem as told in English.
 */
export async function refusal(
  newsroom: HttpNewsroom,
  asked: Asked,
  status: number,
  code: string,
): Promise<Problem> {
  const before = await newsroom.fingerprint();
  const told = {
    vi: await problemIn('vi', asked, status, code),
    en: await problemIn('en', asked, status, code),
    km: await problemIn('km', asked, status, code),
  };
  expect(await newsroom.fingerprint()).toEqual(before);
  expect(new Set(languages.map((language) => told[language].detail)).size).toBe(3);
  expect(new Set(languages.map((language) => told[language].title)).size).toBe(3);
  const messages = languages.map((language) => JSON.stringify(told[language].errors));
  expect(new Set(messages).size).toBe(told.en.errors ? 3 : 1);
  return told.en;
}

async function problemIn(
  language: Language,
  { by, method, path, headers, ...sent }: Asked,
  status: number,
  code: string,
): Promise<Problem> {
  const answer = await by.send(method, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`, {
    ...sent,
    headers: { 'accept-language': language, ...headers },
  });
  expect({ status: answer.status, body: answer.body }).toMatchObject({
    status,
    body: { status, code, type: `about:blank#${code}` },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('content-language')).toBe(language);
  expect(answer.headers.get('x-request-id')).toMatch(/^[\w.:-]{8,64}$/);
  const problem = problemSchema.parse(answer.body);
  expect(problem.detail).toBe(translate(language, `errors:${code}`, problem));
  expect(problem.title).toBe(translate(language, `errors:status.${status}`));
  const words = [
    problem.title,
    problem.detail,
    ...(problem.errors ?? []).map((one) => one.message),
  ];
  for (const said of words) expect(said).not.toMatch(/\{\{|\}\}|\$t\(|undefined|\[object/);
  return problem;
}
