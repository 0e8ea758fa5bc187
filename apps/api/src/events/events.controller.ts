import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '@desk/database';
import { LiveEvents } from '@desk/notifications';
import { personOfSession, personOfToken, secretHash, type Person } from '@desk/people';
import { SignedIn, type Asking } from '../http/index.js';
import { EventStream } from './event-stream.js';
import { MOST_STREAMS, TooManyStreams } from './too-many-streams.js';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** What happens, as it happens: server-sent events. */
@ApiTags('events')
@Controller('events')
export class EventsController {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly live: LiveEvents,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What happens, as it happens',
    description:
      'A stream of `notice`, `task`, `edition` and `job` events: ids and states of what you may see; and of `presence` events: who has an edition open that you have open too (`PUT /editions/:id/presence`). `ready` says that it is open; `reset`, that too much was missed and everything should be read again. Taken up with Last-Event-ID nothing is missed; an event may come twice. Only `presence` is not repeated.',
  })
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last id that was heard' })
  @ApiOkResponse({
    description: 'Events without end',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async events(
    @SignedIn() asking: Asking,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('Last-Event-ID') lastEventId?: string,
  ): Promise<void> {
    const { person } = asking;
    const already = this.open.get(person.id) ?? 0;
    if (already >= MOST_STREAMS) throw new TooManyStreams();
    this.open.set(person.id, already + 1);
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...headers })) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200);
    const stream: EventStream = new EventStream(raw, person, this.whoAsks(asking, request), () => {
      this.live.close(stream);
      this.leave(person.id);
    });
    try {
      await this.live.open(stream, placeIn(lastEventId));
    } catch (error) {
      request.log.warn({ err: error }, 'a stream of events could not be opened');
      stream.end();
    }
    // It may have ended while it was being opened.
    if (stream.hasEnded()) this.live.close(stream);
  }

  private leave(personId: string): void {
    const left = (this.open.get(personId) ?? 1) - 1;
    if (left > 0) this.open.set(personId, left);
    else this.open.delete(personId);
  }

  /** Asks again who this is, without counting that as something they did. */
  private whoAsks(asking: Asking, request: FastifyRequest): () => Promise<Person | null> {
    const { sessionHash } = asking;
    if (sessionHash !== null) {
      return async () =>
        (await personOfSession(this.dataSource, sessionHash, this.clock.now()))?.person ?? null;
    }
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    return async () =>
      (await personOfToken(this.dataSource, secretHash(token), this.clock.now()))?.person ?? null;
  }
}

/** A place in the ledger; null when it is none: then the stream begins now. */
const placeIn = (lastEventId: string | undefined): number | null =>
  lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null;
