import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { enginesSchema, type EngineState } from '@desk/contracts';
import type { Person } from '@desk/people';
import { Engines } from '@desk/translation';
import { Answers, Asker } from '../http/index.js';

/** The translation engine; for managing editors and administrators. */
@ApiTags('engines')
@Controller('engines')
export class EnginesController {
  constructor(private readonly engines: Engines) {}

  @Get()
  @ApiOperation({
    summary: 'The translation engine: whether it works, and what it has used of its budget',
    description:
      'An engine that failed several times in a row is left alone for a minute, then tried with one request; one that refuses the key or has no quota left, for half an hour. Characters are counted as they are sent, by month in UTC.',
  })
  @Answers(enginesSchema, {
    description: 'The configured engine, or none',
    example: {
      items: [
        {
          name: 'deepl',
          model: null,
          state: 'ready',
          breaker: { state: 'closed', failures: 0, openUntil: null },
          lastTrouble: { kind: 'busy', detail: 'HTTP 429', at: '2026-11-23T02:10:00.000Z' },
          answeredAt: '2026-11-23T03:30:00.000Z',
          month: '2026-11',
          characters: 184_220,
          requests: 96,
          monthlyCharacters: 500_000,
        },
      ],
    },
  })
  async list(@Asker() person: Person): Promise<{ items: EngineState[] }> {
    return { items: await this.engines.list(person) };
  }
}
