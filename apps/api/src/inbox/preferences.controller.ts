import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  preferencesChangeSchema,
  preferencesSchema,
  type Preferences as Matrix,
  type PreferencesChange,
} from '@desk/contracts';
import { Preferences } from '@desk/notifications';
import type { Person } from '@desk/people';
import { Answers, Asker, refuseTokens } from '../http/index.js';

/** What you want to hear, and how: at once, in the daily digest, or not at all. */
@ApiTags('inbox')
@Controller('me/preferences')
export class PreferencesController {
  constructor(private readonly preferences: Preferences) {}

  @Get()
  @ApiOperation({ summary: 'Every kind of notice, and how you hear of it' })
  @Answers(preferencesSchema, { description: 'Every kind of notice, and how you hear of it' })
  async all(@Asker() person: Person): Promise<Matrix> {
    return this.preferences.of(person.id);
  }

  @Put()
  @ApiOperation({
    summary: 'Replaces the whole matrix; a kind that is not named goes back to what is usual',
  })
  @Answers(preferencesSchema, { description: 'The matrix as it is now' })
  async replace(
    @Asker() person: Person,
    @Body({ schema: preferencesChangeSchema }) change: PreferencesChange,
  ): Promise<Matrix> {
    refuseTokens(person);
    return this.preferences.replace(person, change);
  }
}
