import { Body, Controller, Get, Headers, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Media as Library } from '@desk/articles';
import {
  addedMediaSchema,
  mediaChangesSchema,
  mediaQuerySchema,
  mediaSchema,
  mediaUploadQuerySchema,
  pageOf,
  type AddedMedia,
  type Media,
  type MediaChanges,
  type MediaQuery,
  type MediaUploadQuery,
  type Page,
} from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { Answers, Asker, CallerLanguage, Id, IfMatch } from '../http/index.js';
import { disposition, sendFile } from './send-file.js';
import { mediaIn } from './take-media.js';
import { toldMedia } from './told-media.js';

const file = { schema: { type: 'string', format: 'binary' } } as const;

/** The newsroom's library of pictures, documents, sounds and films. */
@ApiTags('media')
@Controller('media')
export class MediaController {
  constructor(private readonly library: Library) {}

  @Post()
  @ApiOperation({
    summary: 'Takes a file into the library',
    description:
      'The body is the file as it is, sent under its own type (`fetch(…, { body: file })`) or, up to 51 MB, as `application/octet-stream`. What it is, is known by its content: JPEG, PNG, WebP, GIF, AVIF; PDF; MP3, OGG, M4A, WAV; MP4, WebM. Pictures and MP4 are kept without the place, the time and the device that they were made with. A file that is there already is not added again (`duplicate`). The sizes of a picture are made by a job: `state` says when they are there.',
  })
  @ApiConsumes('application/octet-stream', 'image/*', 'audio/*', 'video/*', 'application/pdf')
  @ApiBody({ required: true, ...file })
  @Answers(addedMediaSchema, { status: 201, description: 'What is in the library now' })
  async add(
    @Asker() person: Person,
    @Query({ schema: mediaUploadQuerySchema }) { name }: MediaUploadQuery,
    @Req() request: FastifyRequest,
    @CallerLanguage() language: Language,
  ): Promise<AddedMedia> {
    const { duplicate, ...added } = await this.library.add(person, name, mediaIn(request.body));
    return { ...toldMedia(added, language), duplicate };
  }

  @Get()
  @ApiOperation({ summary: 'The library, the newest first' })
  @Answers(pageOf(mediaSchema), { description: 'A page of it' })
  async list(
    @Asker() person: Person,
    @Query({ schema: mediaQuerySchema }) query: MediaQuery,
    @CallerLanguage() language: Language,
  ): Promise<Page<Media>> {
    const { items, next } = await this.library.list(person, query);
    return { items: items.map((one) => toldMedia(one, language)), next };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One file of the library, and what is said of it' })
  @Answers(mediaSchema, { description: 'As it is now' })
  async one(
    @Asker() person: Person,
    @Id('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<Media> {
    return toldMedia(await this.library.one(person, id), language);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Says something else of it, or shows another part of a picture',
    description:
      'A new crop or focal point has its sizes made anew, under a new `src`. Texts that name the old one go on showing what was signed.',
  })
  @Answers(mediaSchema, { description: 'As it is now' })
  async change(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: mediaChangesSchema }) changes: MediaChanges,
    @CallerLanguage() language: Language,
  ): Promise<Media> {
    return toldMedia(await this.library.change(person, id, version, changes), language);
  }

  @Get(':id/original')
  @ApiOperation({
    summary: 'The file itself',
    description: 'As it is kept: without the place that it was made at. Parts by `Range`.',
  })
  @ApiHeader({ name: 'Range', required: false, description: 'bytes=0-1023' })
  @ApiOkResponse({ description: 'The file', content: { 'application/octet-stream': file } })
  async original(
    @Asker() person: Person,
    @Id('id') id: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, isDocument, ...given } = await this.library.original(person, id, range);
    const kind = isDocument ? 'attachment' : 'inline';
    void reply
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-disposition', disposition(kind, name));
    await sendFile(reply, given);
  }
}
