import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { serveNewsroom } from './newsroom-pages.js';

describe('the newsroom’s pages', () => {
  let server: FastifyInstance;
  let folder: string;
  beforeAll(async () => {
    mkdirSync(join(process.cwd(), 'coverage'), { recursive: true });
    folder = mkdtempSync(join(process.cwd(), 'coverage/newsroom-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="%NONCE%" />');
    writeFileSync(join(folder, 'assets/index-abc.js'), 'true;');
    server = fastify();
    await serveNewsroom(server, folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['/newsroom', '/newsroom/', '/newsroom/articles/1'])(
    'answers %s with the page, never kept, with a nonce of its own',
    async (url) => {
      const [first, second] = [await server.inject(url), await server.inject(url)];
      expect(first.statusCode).toBe(200);
      expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(first.headers['cache-control']).toBe('no-store');
      const nonce = /content="([^"]+)"/.exec(first.body)?.[1];
      expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      expect(first.headers['content-security-policy']).not.toContain('unsafe');
      expect(second.body).not.toBe(first.body);
    },
  );
  it('lets scripts be kept for a year: their names change with their content', async () => {
    const { statusCode, headers } = await server.inject('/newsroom/assets/index-abc.js');
    expect([statusCode, headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });
  it('has no page for a script that is not there, nor for a file outside', async () => {
    expect((await server.inject('/newsroom/assets/gone.js')).statusCode).toBe(404);
    expect((await server.inject('/newsroom/assets/..%2findex.html')).statusCode).not.toBe(200);
  });
  it('leads from the address alone to the newsroom', async () => {
    const { statusCode, headers } = await server.inject('/');
    expect([statusCode, headers.location]).toEqual([302, '/newsroom']);
  });
});
