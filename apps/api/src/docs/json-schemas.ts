import { z } from 'zod';
import * as contracts from '@desk/contracts';

/** A JSON schema (draft 2020-12) as it stands in the OpenAPI document. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;
/** Which side of a schema is described: what may be sent, or what comes back. */
export type Side = 'input' | 'output';

export interface Converted {
  readonly schema: JsonSchema;
  /** What `schema` refers to under `#/components/schemas/`. */
  readonly components: Record<string, JsonSchema>;
}

/** The schemas of the contracts by their names: `articleAnswerSchema` is `Article`. */
const named = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(contracts)) {
  if (!(schema instanceof z.ZodType) || /(Query|Filter)Schema$/.test(name)) continue;
  const id = name.replace(/(Answer)?Schema$/, '');
  named.add(schema, { id: id.charAt(0).toUpperCase() + id.slice(1) });
}
const ids = new Map(
  Object.values(contracts).flatMap((schema): [string, z.ZodType][] => {
    const id = schema instanceof z.ZodType ? named.get(schema)?.id : undefined;
    return id === undefined || !(schema instanceof z.ZodType) ? [] : [[id, schema]];
  }),
);

/**
 * The JSON schema of what goes over the wire: dates are ISO 8601 text. A schema whose input and
 * output differ has two names, that of its input ending in `Input`.
 */
export function jsonSchemaOf(schema: z.ZodType, side: Side): Converted {
  const { $schema: _, $defs = {}, ...root } = raw(schema, side);
  const nameOf = new Map(
    Object.entries($defs).map(([id, json]) => [id, componentName(id, json, side)]),
  );
  const components: Record<string, JsonSchema> = {};
  for (const [id, json] of Object.entries($defs)) {
    components[nameOf.get(id) ?? id] = referring(json, nameOf);
  }
  const takesBody = JSON.stringify([root, $defs]).includes(`"${bodyRef}"`) && !('Body' in $defs);
  if (takesBody) Object.assign(components, jsonSchemaOf(contracts.bodySchema, side).components);
  return { schema: referring(root, nameOf), components };
}

function raw(schema: z.ZodType, side: Side): JsonSchema {
  return z.toJSONSchema(schema, {
    io: side,
    metadata: named,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      simplify(zodSchema._zod.def, jsonSchema, side);
      // The body of a draft is checked apart, before its shape: see parseBody.
      if (zodSchema._zod.def.type === 'unknown' && path.at(-1) === 'body') {
        Object.assign(jsonSchema, { $ref: bodyRef, description: aboutBody });
      }
    },
  });
}

const bodyRef = '#/$defs/Body';
const aboutBody = 'The text as a tree of blocks, in the format of ProseMirror.';

/** What a reader need not know: patterns of known formats, the limits of JavaScript's integers. */
function simplify(def: z.core.$ZodTypeDef, json: JsonSchema, side: Side): void {
  if (def.type === 'date') Object.assign(json, { type: 'string', format: 'date-time' });
  if (json.format !== undefined) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  if (side === 'output' && def.type === 'object' && !('catchall' in def && def.catchall)) {
    delete json.additionalProperties;
  }
  const [first, ...more] = json.anyOf ?? [];
  if (first && more.every((one) => JSON.stringify(one) === JSON.stringify(first))) {
    delete json.anyOf;
    Object.assign(json, first);
  }
}

/** Recursive nodes of the body have no name of their own but the one in their `type`. */
function componentName(id: string, json: JsonSchema, side: Side): string {
  if (id.startsWith('__')) {
    const type = json.properties?.type;
    const word = typeof type === 'object' ? String(type.const) : id;
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  return side === 'input' && differs(id) ? `${id}Input` : id;
}

const knownToDiffer = new Map<string, boolean>();
function differs(id: string): boolean {
  const before = knownToDiffer.get(id);
  if (before !== undefined) return before;
  const schema = ids.get(id);
  const found =
    schema !== undefined &&
    JSON.stringify(raw(schema, 'input')) !== JSON.stringify(raw(schema, 'output'));
  knownToDiffer.set(id, found);
  return found;
}

/** The same schema with its references where the document keeps its components. */
function referring(json: JsonSchema, nameOf: ReadonlyMap<string, string>): JsonSchema {
  const text = JSON.stringify(json, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string') return value;
    const id = value.replace('#/$defs/', '');
    return `#/components/schemas/${nameOf.get(id) ?? id}`;
  });
  return z.looseObject({}).parse(JSON.parse(text));
}
