import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

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
      ...(schema && {
        content: {
          'application/json': { schema: jsonSchemaOf(schema), ...(example ? { example } : {}) },
        },
      }),
    }),
  );
}

/** The JSON schema of what goes over the wire: dates are ISO 8601 text. */
export function jsonSchemaOf(schema: z.ZodType): object {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') {
        jsonSchema.type = 'string';
        jsonSchema.format = 'date-time';
      }
    },
  });
  return json;
}
