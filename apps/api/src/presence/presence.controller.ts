import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  presenceBeatSchema,
  presenceLeavingSchema,
  presenceSchema,
  type Presence,
  type PresenceBeat,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { Answers, Asker, ByItself, Id, refuseTokens } from '../http/index.js';
import { PresenceService } from './presence.service.js';

/** Who has an edition open. */
@ApiTags('editions')
@Controller('editions/:id/presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Get()
  @ApiOperation({ summary: 'Who has the edition open' })
  @ByItself('a window asks as long as it is open')
  @Answers(presenceSchema, { description: 'Who has it open, you among them' })
  async who(@Asker() person: Person, @Id('id') id: string): Promise<Presence> {
    return this.presence.who(person, id);
  }

  @Put()
  @ApiOperation({
    summary: 'Says that a window of yours has the edition open',
    description:
      'To be repeated every 10 seconds; a window that was not heard of for 30 seconds is gone. The answer is who else has it open. When that changes, those who have it open hear a `presence` event. It keeps nobody out: who saves too late gets 409. A beat keeps no session alive.',
  })
  @ByItself('a window says it as long as it is open, whether or not somebody sits before it')
  @Answers(presenceSchema, { description: 'Who has it open, you among them' })
  async beat(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: presenceBeatSchema }) beat: PresenceBeat,
  ): Promise<Presence> {
    refuseTokens(person);
    return this.presence.beat(person, id, beat);
  }

  @Delete()
  @ApiOperation({
    summary:
      'Says that a window of yours has the edition open no longer; without its id, that none has',
  })
  @Answers(null, { status: 204, description: 'You have it open no longer' })
  async leave(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: presenceLeavingSchema }) { windowId }: z.infer<typeof presenceLeavingSchema>,
  ): Promise<void> {
    refuseTokens(person);
    await this.presence.leave(person, id, windowId);
  }
}
