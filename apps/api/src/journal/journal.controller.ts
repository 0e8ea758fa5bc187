import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { encodeCursor, pageOf, pageQuerySchema, readCursor, type Page } from '@desk/contracts';
import { NotAllowed } from '@desk/errors';
import { journal, verifyLedger, type JournalEntry } from '@desk/ledger';
import { can, visibleSections, type Person } from '@desk/people';
import { Answers, Asker } from '../http/index.js';

const querySchema = pageQuerySchema.extend({
  articleId: z.uuid().optional(),
  editionId: z.uuid().optional(),
  actorId: z.uuid().optional(),
  fact: z.string().max(60).optional(),
});
const id = z.uuid().nullable();
const entrySchema = z.object({
  id: z.uuid(),
  fact: z.string(),
  at: z.union([z.date(), z.iso.datetime()]),
  actorId: id,
  requestId: z.string(),
  sectionId: id,
  articleId: id,
  editionId: id,
  language: z.string().nullable(),
  revisionId: id,
  revisionHash: z.string().nullable(),
  subjectId: id,
  payload: z.record(z.string(), z.unknown()),
  place: z.int().nullable(),
  block: z.int().nullable(),
});
const verificationSchema = z.object({
  blocks: z.int(),
  entries: z.int(),
  breaks: z.array(z.object({ block: z.int(), what: z.enum(['hash', 'chain', 'gap', 'entries']) })),
});

/** The journal: who did what, when, to which revision, and whether it was altered since. */
@ApiTags('journal')
@Controller('journal')
export class JournalController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({
    summary: 'The journal, the newest first',
    description: 'Managing editors see the entries of their sections, administrators all.',
  })
  @Answers(pageOf(entrySchema), { description: 'A page of the journal' })
  async page(
    @Asker() person: Person,
    @Query({ schema: querySchema }) query: z.infer<typeof querySchema>,
  ): Promise<Page<JournalEntry>> {
    allow(person);
    const { limit, cursor, ...filter } = query;
    const before = cursor ? readCursor(cursor, z.tuple([z.int()]))[0] : undefined;
    const sections = can(person, 'people.manage') ? null : visibleSections(person);
    if (sections?.length === 0) return { items: [], next: null };
    const found = await journal(this.dataSource, { ...filter, sections, before, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1)?.place : null;
    return { items, next: last == null ? null : encodeCursor([last]) };
  }

  @Get('verification')
  @ApiOperation({ summary: 'Recomputes the chain of seals from the first block' })
  @Answers(verificationSchema, { description: 'What the seals say' })
  async verification(@Asker() person: Person): ReturnType<typeof verifyLedger> {
    allow(person);
    return verifyLedger(this.dataSource);
  }
}

function allow(person: Person): void {
  if (!can(person, 'journal.read')) {
    throw new NotAllowed('permission.denied', { permission: 'journal.read' });
  }
}
