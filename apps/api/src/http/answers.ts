import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export const ANSWER = 'desk:answer';

interface AnswerOptions {
  readonly status?: number;
  readonly description: string;
  readonly example?: unknown;
}

/**
 * What a route answers: documents it in the OpenAPI description, and lets tests hold every
 * answer against its schema.
 */
export function Answers(schema: z.ZodType | null, options: AnswerOptions): MethodDecorator {
  const { status = 200, description, example } = options;
  return applyDecorators(
    HttpCode(status),
    SetMetadata(ANSWER, schema),
    ApiResponse({
      status,
      description,
      ...(schema && { standardSchema: schema }),
      ...(example !== undefined && { example }),
    }),
  );
}
