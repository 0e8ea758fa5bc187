import { z } from 'zod';

const problemSchema = z.looseObject({
  status: z.number(),
  code: z.string(),
  title: z.string().optional(),
  detail: z.string(),
  requestId: z.string().optional(),
  errors: z.array(z.looseObject({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** The API said no (RFC 9457), in the reader's language; `code` is stable. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
  }

  get code(): string {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** Nothing came back: no connection, or the newsroom is away. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer');
    this.name = 'NoAnswer';
  }
}

/** What a refusal is, from the body of its answer. */
export function problemFrom(body: unknown, status: number): ApiProblem {
  const read = problemSchema.safeParse(body);
  if (read.success) return new ApiProblem(read.data);
  return new ApiProblem({ status, code: `http.${status}`, detail: '' });
}

export const hasCode = (error: unknown, code: string): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
export const hasStatus = (error: unknown, status: number): error is ApiProblem =>
  error instanceof ApiProblem && error.status === status;
