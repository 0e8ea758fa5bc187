import * as contracts from '@desk/contracts';
import { z } from 'zod';
import { jsonSchemaOf } from './json-schemas.js';

describe('schemas of the document', () => {
  it('have the names of the contracts, and the two sides of one schema have two', () => {
    const draft = jsonSchemaOf(contracts.articleDraftSchema, 'input');
    expect(draft.schema).toEqual({ $ref: '#/components/schemas/ArticleDraftInput' });
    const copy = jsonSchemaOf(contracts.workingCopySchema, 'output');
    expect(copy.schema).toEqual({ $ref: '#/components/schemas/WorkingCopy' });
    expect(Object.keys(copy.components)).toEqual(
      expect.arrayContaining(['WorkingCopy', 'Body', 'Block', 'BulletList', 'ListItem']),
    );
  });

  it('refer to what is there', () => {
    for (const side of ['input', 'output'] as const) {
      for (const schema of Object.values(contracts)) {
        if (!(schema instanceof z.ZodType)) continue;
        const { components, ...rest } = jsonSchemaOf(schema, side);
        const text = JSON.stringify([rest, components]);
        expect(text).not.toContain('$defs');
        for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
          expect(Object.keys(components)).toContain(name);
        }
      }
    }
  });

  it('show the body of a draft, which is checked apart', () => {
    const { components } = jsonSchemaOf(contracts.articleDraftSchema, 'input');
    expect(components.ArticleDraftInput?.properties?.body).toMatchObject({
      $ref: '#/components/schemas/Body',
    });
    expect(components).toHaveProperty('Body');
  });

  it('say of instants that they are ISO 8601, and repeat nothing', () => {
    const { components } = jsonSchemaOf(contracts.releaseAnswerSchema, 'output');
    expect(components.Release?.properties).toMatchObject({
      publishAt: { type: 'string', format: 'date-time' },
      id: { type: 'string', format: 'uuid' },
      version: { type: 'integer' },
    });
    expect(JSON.stringify(components.Release?.properties?.publishAt)).not.toContain('anyOf');
  });
});
