import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { firstRow } from '@desk/database';
import { Invalid } from '@desk/errors';
import { currentContext, inContext } from '@desk/ledger';

const keySchema = z.string().regex(/^[\x21-\x7e]{1,100}$/);
const storedSchema = z.object({ requestHash: z.string(), response: z.string() });

/**
 * `Idempotency-Key` on POST: the command acts once, and its answer, kept in the transaction
 * of the command, is given again to whoever repeats it.
 */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(private readonly dataSource: DataSource) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = request.headers['idempotency-key'];
    if (request.method !== 'POST' || header === undefined || !request.asking) return next.handle();
    const key = keySchema.safeParse(header);
    if (!key.success) throw new Invalid('request.idempotency_key_invalid');
    const once = {
      accountId: request.asking.person.id,
      key: key.data,
      requestHash: hashOf(request),
    };
    return from(this.once(once, next, context.switchToHttp().getResponse<FastifyReply>()));
  }

  private async once(
    once: { accountId: string; key: string; requestHash: string },
    next: CallHandler,
    reply: FastifyReply,
  ): Promise<unknown> {
    const before = await this.stored(once);
    if (before) return replay(before, reply);
    const context = { requestId: '', ...currentContext(), once };
    try {
      return await inContext(context, () => lastValueFrom(next.handle()));
    } catch (error) {
      const meanwhile = await this.stored(once);
      if (meanwhile) return replay(meanwhile, reply);
      throw error;
    }
  }

  /** @throws Invalid `request.idempotency_key_reused` for another request with the same key */
  private async stored(once: { accountId: string; key: string; requestHash: string }) {
    const found = await firstRow(
      this.dataSource,
      storedSchema,
      `SELECT request_hash AS requestHash, response FROM idempotent_request
       WHERE account_id = ? AND idempotency_key = ?`,
      [once.accountId, once.key],
    );
    if (found && found.requestHash !== once.requestHash) {
      throw new Invalid('request.idempotency_key_reused');
    }
    return found;
  }
}

function replay(stored: z.infer<typeof storedSchema>, reply: FastifyReply): unknown {
  void reply.header('Idempotency-Replayed', 'true');
  return JSON.parse(stored.response);
}

const hashOf = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(`${request.method} ${request.url}\n`)
    .update(contentOf(request))
    .digest('hex');

/** A stream cannot be read twice: of it the length is known. */
function contentOf({ body, headers }: FastifyRequest): Buffer | string {
  if (Buffer.isBuffer(body)) return body;
  if (body instanceof Readable) return `stream of ${headers['content-length'] ?? 'any length'}`;
  return JSON.stringify(body ?? null);
}
