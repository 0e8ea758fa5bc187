import { renderToString } from 'preact-render-to-string';
import { operationsOf, type ApiDocument } from './api-document.js';
import { OperationPart } from './operation-part.js';
import { SchemaPart } from './schema-part.js';
import { Words } from './words.js';

/** The description as a page for people; plain HTML without scripts. */
export function docsPage(document: ApiDocument, stylesheet: string): string {
  return `<!doctype html>${renderToString(<DocsPage document={document} stylesheet={stylesheet} />)}`;
}

function DocsPage({ document, stylesheet }: { document: ApiDocument; stylesheet: string }) {
  const operations = operationsOf(document);
  const { info, tags, components } = document;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${info.title}: the API`}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <nav aria-label="Contents">
          <ul>
            {tags.map(({ name }) => (
              <li key={name}>
                <a href={`#${name}`}>{name}</a>
              </li>
            ))}
            <li>
              <a href="#schemas">schemas</a>
            </li>
          </ul>
        </nav>
        <main>
          <h1>{`${info.title}: the API`}</h1>
          <p>
            {'For programs: '}
            <a href="/api/openapi.json">openapi.json</a>
            {` (OpenAPI ${document.openapi})`}
          </p>
          <Words text={info.description} />
          {tags.map(({ name, description }) => (
            <section key={name} id={name}>
              <h2>{name}</h2>
              <p>{description}</p>
              {operations
                .filter(({ operation }) => operation.tags.includes(name))
                .map((one) => (
                  <OperationPart key={one.operation.operationId} document={document} {...one} />
                ))}
            </section>
          ))}
          <section id="schemas">
            <h2>schemas</h2>
            {Object.entries(components.schemas).map(([name, schema]) => (
              <details key={name} id={`schema-${name}`}>
                <summary>{name}</summary>
                <SchemaPart schema={schema} />
              </details>
            ))}
          </section>
        </main>
      </body>
    </html>
  );
}
