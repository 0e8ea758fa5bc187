import { articleWithEditionsSchema, pageOf } from '@desk/contracts';
import { z } from 'zod';
import type { BenchNewsroom } from './newsroom.js';
import { perSecond, ratio, type Figure } from './figures.js';
import { recorded } from './transcript.js';

const CLIENTS = 16;
const idsSchema = z.array(z.object({ id: z.string() }));

/** Pages of twenty and single articles, with sign-in and permissions, against their bare queries. */
export async function benchReading(
  newsroom: BenchNewsroom,
  seconds: number,
  label: string,
): Promise<Figure[]> {
  const { minh, server, bare } = newsroom;
  const [found] = await bare.query('SELECT id FROM article ORDER BY id DESC LIMIT 200');
  const ids = idsSchema.parse(found).map(({ id }) => id);
  const one = (number: number): string => ids[number % ids.length] ?? '';
  const requests = [
    {
      what: `list of twenty articles${label}`,
      ask: () => minh.send('GET', 'articles?limit=20'),
      schema: pageOf(articleWithEditionsSchema),
    },
    {
      what: `single article${label}`,
      ask: (number: number) => minh.send('GET', `articles/${one(number)}`),
      schema: articleWithEditionsSchema,
    },
  ];
  const figures: Figure[] = [];
  for (const { what, ask, schema } of requests) {
    schema.parse((await ask(0)).body);
    const { statements } = await recorded(server, 'desk', () => ask(0));
    const api = await perSecond(CLIENTS, seconds, (_, number) => ask(number));
    const sql = await perSecond(CLIENTS, seconds, async (_, number) => {
      const connection = await bare.getConnection();
      try {
        for (const text of statements) await connection.query(text.replaceAll(one(0), one(number)));
      } finally {
        connection.release();
      }
    });
    figures.push(ratio(what, api, sql, '/s', 0.4));
  }
  return figures;
}
