import { typesOf } from './api-document.js';
import type { JsonSchema } from './json-schemas.js';
import { Line } from './words.js';

/** A schema: its type, and if it is an object its fields. */
export function SchemaPart({ schema }: { schema: JsonSchema }) {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) {
    return (
      <p>
        <TypeOf schema={schema} />
      </p>
    );
  }
  return (
    <dl>
      {fields.map(([name, field]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            {!schema.required?.includes(name) && <span class="may"> optional</span>}
          </dt>
          <dd>{typeof field === 'object' && <Field schema={field} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function Field({ schema }: { schema: JsonSchema }) {
  const nested = schema.properties ? schema : itemsOf(schema);
  return (
    <>
      <TypeOf schema={schema} />
      {schema.description && (
        <>
          {': '}
          <Line text={schema.description} />
        </>
      )}
      {nested?.properties && <SchemaPart schema={nested} />}
    </>
  );
}

/** The type in words, names of schemas as links to them. */
export function TypeOf({ schema }: { schema: JsonSchema }) {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    return <a href={`#schema-${name}`}>{name}</a>;
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    return (
      <>
        {choices.map((choice, index) => (
          <span key={index}>
            {index > 0 && ' or '}
            <TypeOf schema={choice} />
          </span>
        ))}
      </>
    );
  }
  const items = itemsOf(schema);
  if (items) {
    return (
      <>
        {'list of '}
        <TypeOf schema={items} />
      </>
    );
  }
  return <span>{plainType(schema)}</span>;
}

function plainType(schema: JsonSchema): string {
  const { enum: values, const: constant, format, ...limits } = schema;
  if (constant !== undefined) return JSON.stringify(constant);
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
  const { minimum, maximum, minLength, maxLength } = limits;
  const least = minimum ?? (minLength === 0 ? undefined : minLength);
  const most = maximum ?? maxLength;
  const range = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
  ];
  const [first = 'anything', ...more] = typesOf(schema);
  return [[format ?? first, ...more].join(' or '), ...range].join(', ');
}

function itemsOf(schema: JsonSchema): JsonSchema | undefined {
  const { items } = schema;
  return typesOf(schema).includes('array') && typeof items === 'object' && !Array.isArray(items)
    ? items
    : undefined;
}
