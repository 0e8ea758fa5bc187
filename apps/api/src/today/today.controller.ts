import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { todaySchema, type Today } from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { Answers, Asker, CallerLanguage } from '../http/index.js';
import { TodayService } from './today.service.js';

/** A person's day. */
@ApiTags('overview')
@Controller('today')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get()
  @ApiOperation({
    summary: 'Your day: what waits for you, where what you sent stands, what went public lately',
    description:
      'What waits stands by due time; what came back to you, and what you may release, by when that was. Of each list the first twenty, of your own tasks the first fifty.',
  })
  @Answers(todaySchema, { description: 'Your day' })
  async find(@Asker() person: Person, @CallerLanguage() language: Language): Promise<Today> {
    return this.today.of(person, language);
  }
}
