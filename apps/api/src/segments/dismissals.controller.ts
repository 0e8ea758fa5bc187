import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  dismissalAnswerSchema,
  dismissalDraftSchema,
  dismissalWithdrawalSchema,
  type DismissalAnswer,
  type DismissalDraft,
  type DismissalWithdrawal,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { DismissedFindings } from '@desk/translation';
import { Answers, Asker, Id } from '../http/index.js';

/** Findings of the quality checks that are right as they are, and why. */
@ApiTags('segments')
@Controller('segments/:id/dismissals')
export class DismissalsController {
  constructor(private readonly dismissed: DismissedFindings) {}

  @Post()
  @ApiOperation({
    summary: 'Dismisses a finding with a reason, which the reviewer reads',
    description:
      'What holds the submission up cannot be dismissed. The dismissal holds while the sentence of the source stands.',
  })
  @Answers(dismissalAnswerSchema, { status: 201, description: 'The dismissal' })
  async dismiss(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: dismissalDraftSchema }) draft: DismissalDraft,
  ): Promise<DismissalAnswer> {
    return this.dismissed.dismiss(person, id, draft);
  }

  @Post('withdraw')
  @ApiOperation({ summary: 'Takes a dismissal back: the finding stands again' })
  @Answers(null, { status: 204, description: 'It stands again' })
  async withdraw(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: dismissalWithdrawalSchema }) { finding }: DismissalWithdrawal,
  ): Promise<void> {
    await this.dismissed.withdraw(person, id, finding);
  }
}
