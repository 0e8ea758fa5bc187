import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EditionReading } from '@desk/articles';
import { previewQuerySchema, type PreviewQuery } from '@desk/contracts';
import { Missing } from '@desk/errors';
import type { Person } from '@desk/people';
import { SITE, type Site } from '@desk/public-page';
import { Previews } from '@desk/publishing';
import { TextSoFar } from '@desk/translation';
import { Asker, Id } from '../http/index.js';
import { previewHtml } from './preview-html.js';

/** Only the page's own style sheet, fonts and pictures; no script; shown in the newsroom alone. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

/** An edition's page before it is public. */
@ApiTags('editions')
@Controller('editions')
export class PreviewsController {
  constructor(
    private readonly editions: EditionReading,
    private readonly translations: TextSoFar,
    private readonly previews: Previews,
    @Inject(SITE) private readonly site: Site,
  ) {}

  @Get(':id/preview')
  @ApiOperation({
    summary: "An edition's page as readers will see it",
    description:
      'HTML, made by what makes the public page. Of a source the working copy; of a translation that is being written what is translated so far, other sentences in the language of the source; else, or with `revision`, that text. It runs no script, its links lead nowhere, and only the newsroom can show it in a frame.',
  })
  @ApiOkResponse({
    description: 'The page',
    content: { 'text/html': { schema: { type: 'string' } } },
  })
  async preview(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: previewQuerySchema }) { revision }: PreviewQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const edition = await this.editions.edition(person, id);
    const frozen = revision === undefined ? null : await this.editions.revision(person, revision);
    if (frozen && frozen.editionId !== id) throw new Missing('revision.missing', { id: frozen.id });
    const isWritten = edition.state === 'draft' || edition.state === 'changes_requested';
    const soFar = !frozen && isWritten ? await this.translations.of(edition) : null;
    const preview = await this.previews.of(edition, frozen ?? soFar ?? edition.text);
    void reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('X-Robots-Tag', 'noindex')
      .header('Content-Security-Policy', policy);
    return previewHtml(this.site, preview);
  }
}
