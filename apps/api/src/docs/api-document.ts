import { z } from 'zod';
import type { JsonSchema } from './json-schemas.js';

/** The parts of an OpenAPI 3.1 document that are written and shown here. */
const jsonSchema = z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null);
const parameterSchema = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: jsonSchema.default({}),
});
const contentSchema = z.record(
  z.string(),
  z.looseObject({ schema: jsonSchema.optional(), example: z.unknown().optional() }),
);
const answerSchema = z.looseObject({
  $ref: z.string().optional(),
  description: z.string().optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
  content: contentSchema.optional(),
});
const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string().default(''),
  description: z.string().optional(),
  tags: z.array(z.string()).default([]),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.looseObject({ content: contentSchema }).optional(),
  responses: z.record(z.string(), answerSchema),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof methods)[number];

export const apiDocumentSchema = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), description: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string().default('') })),
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), operationSchema)),
  components: z.looseObject({
    schemas: z.record(z.string(), jsonSchema),
    responses: z.record(z.string(), answerSchema).default({}),
  }),
});

export type ApiDocument = z.infer<typeof apiDocumentSchema>;
export type Operation = z.infer<typeof operationSchema>;
export type Parameter = z.infer<typeof parameterSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type Components = Readonly<Record<string, JsonSchema>>;

/** The operations of the document, each with its method and path. */
export const operationsOf = (
  document: ApiDocument,
): { path: string; method: Method; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

/** The component that a schema refers to, or the schema itself. */
export function resolved(schema: JsonSchema, components: Components): JsonSchema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return components[name ?? ''] ?? schema;
}

/** A nullable field has two types. */
export const typesOf = ({ type }: JsonSchema): string[] =>
  type === undefined ? [] : [type].flat().map(String);
