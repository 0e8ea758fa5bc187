import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/**
 * An answer that has a version carries it as its ETag, to be sent back as If-Match. Nobody's
 * cache but the reader's own may keep an answer.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => tagged(answer, reply)));
  }
}

function tagged(answer: unknown, reply: FastifyReply): unknown {
  if (reply.sent) return answer;
  void reply.header('Cache-Control', 'private, no-cache');
  if (typeof answer !== 'object' || answer === null) return answer;
  if (!('version' in answer) || typeof answer.version !== 'number') return answer;
  void reply.header('ETag', `"${answer.version}"`);
  return answer;
}
