import type { Answer, ApiDocument, Method, Operation, Parameter } from './api-document.js';
import { SchemaPart, TypeOf } from './schema-part.js';
import { Line, Words } from './words.js';

interface Shown {
  readonly document: ApiDocument;
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
}

/** One operation: how it is asked for, and what it answers. */
export function OperationPart({ document, path, method, operation }: Shown) {
  const { operationId, summary, description, parameters, requestBody, security } = operation;
  return (
    <details class="operation" id={operationId}>
      <summary>
        <span class={`method ${method}`}>{method.toUpperCase()}</span> <code>{path}</code>
        <span class="what">
          <Line text={summary} />
        </span>
      </summary>
      {description && <Words text={description} />}
      <p>{security?.length === 0 ? 'Open to everybody.' : 'For people who are signed in.'}</p>
      {parameters.length > 0 && <Parameters all={parameters} />}
      {requestBody && (
        <>
          <h3>Body</h3>
          <Content content={requestBody.content} />
        </>
      )}
      <h3>Answers</h3>
      {Object.entries(operation.responses).map(([status, answer]) => (
        <AnswerPart key={status} status={status} answer={answer} document={document} />
      ))}
    </details>
  );
}

function Parameters({ all }: { all: readonly Parameter[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">In</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ name, in: place, required, schema, description }) => (
          <tr key={`${place} ${name}`}>
            <td>
              <code>{name}</code>
              {!required && <span class="may"> optional</span>}
            </td>
            <td>{place}</td>
            <td>
              <TypeOf schema={schema} />
              {description && (
                <>
                  {': '}
                  <Line text={description} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AnswerShown {
  readonly status: string;
  readonly answer: Answer;
  readonly document: ApiDocument;
}

/** Refusals in one line; what succeeds with its content. */
function AnswerPart({ status, answer, document }: AnswerShown) {
  const name = answer.$ref?.replace('#/components/responses/', '') ?? '';
  const { description = '', content } = document.components.responses[name] ?? answer;
  return (
    <>
      <p>
        <strong>{status}</strong> {description}
      </p>
      {Number(status) < 400 && content && <Content content={content} />}
    </>
  );
}

function Content({ content }: { content: NonNullable<Answer['content']> }) {
  return (
    <>
      {Object.entries(content).map(([type, { schema, example }]) => (
        <div key={type} class="content">
          {schema && <SchemaPart schema={schema} />}
          {example !== undefined && (
            <details>
              <summary>Example</summary>
              <pre>{JSON.stringify(example, null, 2)}</pre>
            </details>
          )}
          {type !== 'application/json' && <p>{type}</p>}
        </div>
      ))}
    </>
  );
}
