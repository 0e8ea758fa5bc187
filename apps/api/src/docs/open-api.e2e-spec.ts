import { z } from 'zod';
import * as contracts from '@desk/contracts';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';
import { apiDocumentSchema, operationsOf, resolved, type ApiDocument } from './api-document.js';

describe('the description of the API', () => {
  let newsroom: HttpNewsroom;
  let document: ApiDocument;

  beforeAll(async () => {
    newsroom = await HttpNewsroom.open();
    const answer = await fetch(`${newsroom.url}/api/openapi.json`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    document = apiDocumentSchema.parse(await answer.json());
  });

  afterAll(async () => {
    await newsroom.close();
  });

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.components).toMatchObject({
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-desk' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    });
  });

  it('has every route of the application, and no other', () => {
    const described = operationsOf(document).map(({ method, path }) => `${method} ${path}`);
    const there = newsroom.routes
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.length).toBeGreaterThan(75);
    expect([...described].sort()).toEqual([...there].sort());
  });

  it('tells of each what it is for, what it answers, and what may go wrong', () => {
    const tags = document.tags.map(({ name }) => name);
    const silent = operationsOf(document).filter(({ operation }) => {
      const answers = Object.entries(operation.responses).filter(([status]) => status < '300');
      return (
        operation.summary === '' ||
        !operation.tags.every((tag) => tags.includes(tag)) ||
        operation.tags.length !== 1 ||
        answers.length !== 1 ||
        !answers.every(([status, { content = {}, description }]) => {
          const schemas = Object.values(content).map(({ schema }) => schema);
          const bodiless = status === '204' || status === '202';
          return description && (bodiless || (schemas.length > 0 && schemas.every(Boolean)));
        })
      );
    });
    expect(silent.map(({ operation }) => operation.operationId)).toEqual([]);
    for (const { operation, method } of operationsOf(document)) {
      const statuses = Object.keys(operation.responses);
      expect(statuses).toEqual(expect.arrayContaining(['429', '500']));
      if (operation.security?.length !== 0) expect(statuses).toContain('401');
      if (operation.requestBody) expect(statuses).toEqual(expect.arrayContaining(['400', '422']));
      const headers = operation.parameters.map(({ name }) => name);
      if (headers.includes('If-Match')) expect(statuses).toContain('428');
      const isCommand = method === 'post' && operation.security?.length !== 0;
      expect(headers.includes('Idempotency-Key')).toBe(isCommand);
    }
  });

  it('names each operation once, and each parameter of a path', () => {
    const ids = operationsOf(document).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operationsOf(document)) {
      const inPath = operation.parameters.filter((one) => one.in === 'path');
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(inPath.map(({ name }) => name).sort()).toEqual([...wanted].sort());
      expect(inPath.every(({ required }) => required)).toBe(true);
      const keys = operation.parameters.map((one) => `${one.in} ${one.name.toLowerCase()}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    const { schemas, responses } = document.components;
    const references = [...text.matchAll(/"\$ref":"#\/components\/(schemas|responses)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(500);
    expect(text.match(/"\$ref":"/g)).toHaveLength(references.length);
    for (const [, kind, name = ''] of references) {
      expect(Object.keys(kind === 'schemas' ? schemas : responses)).toContain(name);
    }
  });

  it('gives examples that the API would take', () => {
    const byName = new Map(
      Object.entries(contracts).flatMap(([name, schema]) =>
        schema instanceof z.ZodType
          ? [[name.replace(/(Answer)?Schema$/, '').toLowerCase(), schema] as const]
          : [],
      ),
    );
    const held: string[] = [];
    for (const { operation } of operationsOf(document)) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)];
      for (const body of bodies) {
        const json = body?.content?.['application/json'];
        if (!json?.schema) continue;
        expect(json.example).toBeDefined();
        const name = json.schema.$ref?.replace('#/components/schemas/', '').toLowerCase() ?? '';
        const schema = byName.get(name);
        if (!schema) continue;
        const read = schema.safeParse(json.example);
        expect({ name, problem: read.error?.issues }).toEqual({ name, problem: undefined });
        held.push(name);
      }
    }
    expect(held.length).toBeGreaterThan(60);
  });

  it('shows refusals as problem details', () => {
    const problem = document.components.responses.Problem428?.content?.['application/problem+json'];
    expect(resolved(problem?.schema ?? {}, document.components.schemas).required).toEqual(
      expect.arrayContaining(['type', 'title', 'status', 'code', 'detail']),
    );
    expect(problem?.example).toMatchObject({ status: 428, code: 'request.if_match_required' });
  });

  it('is a page for people, without scripts and with nothing of other hosts', async () => {
    const answer = await fetch(`${newsroom.url}/api/docs`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|javascript:|<style| style=| on\w+="/i);
    expect([...page.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, to]) => to)).toEqual([
      '/api/docs/style.css',
      '/api/openapi.json',
    ]);
    for (const { operation } of operationsOf(document)) {
      expect(page).toContain(`id="${operation.operationId}"`);
    }
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) {
      expect(page).toContain(`id="${target}"`);
    }
    const style = await fetch(`${newsroom.url}/api/docs/style.css`);
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await style.text()).toContain('prefers-color-scheme');
  });

  it('is not sent again to who has it', async () => {
    const first = await fetch(`${newsroom.url}/api/openapi.json`);
    await first.text();
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await fetch(`${newsroom.url}/api/openapi.json`, { headers });
    expect(again.status).toBe(304);
  });
});
