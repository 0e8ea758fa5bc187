import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ApiProblem } from '../api/problem';
import { ProblemAlert } from '../design/problem-alert';

const placeSchema = z.looseObject({ line: z.int().min(1) });

/** Why a file is not taken at all, with the line where reading it ended. */
export function RefusedFile({ error }: { error: unknown }) {
  const { t } = useTranslation('imports');
  const place = error instanceof ApiProblem ? placeSchema.safeParse(error.problem).data : undefined;
  if (!(error instanceof ApiProblem) || !place) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" role="alert" title={t('refused')}>
      <Text span fw={600}>
        {t('line', { line: place.line })}
      </Text>{' '}
      {error.problem.detail}
    </Alert>
  );
}
