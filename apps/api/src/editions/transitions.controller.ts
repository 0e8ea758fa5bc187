import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Transitions, type EditionView } from '@desk/articles';
import {
  transitionDraftSchema,
  transitionOptionSchema,
  workingCopySchema,
  type TransitionDraft,
} from '@desk/contracts';
import { translate, type Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { isPublishingAction, Releases } from '@desk/publishing';
import { Answers, Asker, CallerLanguage, Id, IfMatch } from '../http/index.js';

const optionsSchema = z.object({ items: z.array(transitionOptionSchema) });

/** What may be done with an edition now, and doing it. */
@ApiTags('editions')
@Controller('editions/:id/transitions')
export class TransitionsController {
  constructor(
    private readonly transitions: Transitions,
    private readonly releases: Releases,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Every action of the workflow: whether you may do it now, if not, why, and what it asks you to say',
  })
  @Answers(optionsSchema, { description: 'The actions, open and closed' })
  async options(
    @Asker() person: Person,
    @CallerLanguage() language: Language,
    @Id('id') id: string,
  ): Promise<z.infer<typeof optionsSchema>> {
    const options = await this.transitions.options(person, id);
    return {
      items: options.map((option) => ({
        ...option,
        label: translate(language, `workflow:actions.${option.action}`),
        mustSay: [...option.mustSay],
        because: option.because.map(({ code, facts }) => ({
          code,
          message: translate(language, `errors:${code}`, facts),
          facts,
        })),
      })),
    };
  }

  @Post()
  @ApiOperation({
    summary: 'Does one action; all of it or nothing',
    description: "If-Match is the edition's version.",
  })
  @Answers(workingCopySchema, { description: 'The edition after the action' })
  async perform(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: transitionDraftSchema }) draft: TransitionDraft,
  ): Promise<EditionView> {
    const { action, publishAt, also, ...rest } = draft;
    const said = { ...rest, publishAt: publishAt === undefined ? undefined : new Date(publishAt) };
    return isPublishingAction(action)
      ? this.releases.perform(person, id, version, action, { ...said, also })
      : this.transitions.perform(person, id, version, action, said);
  }
}
