import { Alert, Button, Code, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';

/** What went wrong and what to do, in the reader's words. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('shell');
  return (error) => {
    if (error instanceof ApiProblem)
      return error.problem.detail === '' ? t('problem.unknown') : error.problem.detail;
    return t('problem.noAnswer');
  };
}

export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('shell');
  const textOf = useProblemText();
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={problem?.title ?? t('problem.title')}
    >
      <Stack gap="xs" align="start">
        <Text size="sm">{textOf(error)}</Text>
        {problem?.errors && (
          <List size="sm">
            {problem.errors.map(({ field, message }) => (
              <List.Item key={field + message}>{message}</List.Item>
            ))}
          </List>
        )}
        {problem?.requestId && problem.status >= 500 && (
          <Text size="xs">
            {t('problem.request')} <Code>{problem.requestId}</Code>
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
