import {
  apiDocumentSchema,
  operationsOf,
  resolved,
  type ApiDocument,
  type Components,
  type Method,
  type Operation,
  type Parameter,
} from './api-document.js';
import { exampleOf } from './example.js';
import { jsonSchemaOf } from './json-schemas.js';
import { problemAnswer, problemSchema, problemStatuses } from './problem-answers.js';

/** Adds to Nest's document what is the same for every route: who may call, what may go wrong. */
export function complete(scanned: unknown): ApiDocument {
  const document = apiDocumentSchema.parse(scanned);
  const { components } = document;
  components.schemas.Problem = jsonSchemaOf(problemSchema, 'output').schema;
  components.responses = Object.fromEntries(
    problemStatuses.map((status) => [`Problem${status}`, problemAnswer(status)]),
  );
  for (const { path, method, operation } of operationsOf(document)) {
    describe(path, method, operation, components.schemas);
  }
  return withoutNeedlessNames(document);
}

function describe(path: string, method: Method, operation: Operation, all: Components): void {
  const isPublic = operation.security?.some((one) => Object.keys(one).length === 0) ?? false;
  operation.security = isPublic
    ? []
    : [method === 'get' ? { session: [] } : { session: [], csrf: [] }, { token: [] }];
  const { parameters } = operation;
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    if (parameters.some((one) => one.in === 'path' && one.name === name)) continue;
    parameters.push({ name, in: 'path', required: true, schema: { type: 'string' } });
  }
  if (method === 'post' && !isPublic) parameters.push(idempotencyKey);
  addExamples(operation, all);
  addEtags(operation, all);
  for (const status of refusalsOf(path, operation, isPublic)) {
    operation.responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  }
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (Number(status) >= 400 && answer.$ref === undefined) {
      operation.responses[status] = { ...problemAnswer(Number(status)), ...answer };
    }
  }
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any text of your own, best a UUID. A request repeated with the same key acts once, and gets the answer of the first again.',
  schema: { type: 'string', pattern: '^[!-~]{1,100}$' },
};

function refusalsOf(path: string, operation: Operation, isPublic: boolean): number[] {
  const { parameters, requestBody } = operation;
  const needsVersion = parameters.some((one) => one.name === 'If-Match');
  return [
    ...(isPublic ? [] : [401, 403]),
    ...(path.includes('{') ? [404] : []),
    ...(requestBody ? [400, 409, 413, 415, 422] : []),
    ...(parameters.some((one) => one.in === 'query') ? [422] : []),
    ...(needsVersion ? [409, 428] : []),
    429,
    500,
  ];
}

/** An example for each body that has none. */
function addExamples(operation: Operation, all: Components): void {
  for (const body of [operation.requestBody, ...Object.values(operation.responses)]) {
    const json = body?.content?.['application/json'];
    if (json?.schema && json.example === undefined) json.example = exampleOf(json.schema, all);
  }
}

/** What has a version says it in its ETag. */
function addEtags(operation: Operation, all: Components): void {
  for (const answer of Object.values(operation.responses)) {
    const schema = answer.content?.['application/json']?.schema;
    if (!schema || !('version' in (resolved(schema, all).properties ?? {}))) continue;
    answer.headers = {
      ...answer.headers,
      ETag: { description: 'The version, for If-Match', schema: { type: 'string' } },
    };
  }
}

/** `ThingInput` is called `Thing` where nothing else has that name. */
function withoutNeedlessNames(document: ApiDocument): ApiDocument {
  let text = JSON.stringify(document);
  for (const name of Object.keys(document.components.schemas)) {
    const short = name.replace(/Input$/, '');
    if (short === name || short in document.components.schemas) continue;
    text = text.replaceAll(`"#/components/schemas/${name}"`, `"#/components/schemas/${short}"`);
    text = text.replace(`"${name}":`, `"${short}":`);
  }
  return apiDocumentSchema.parse(JSON.parse(text));
}
