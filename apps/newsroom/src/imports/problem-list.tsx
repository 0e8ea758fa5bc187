import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '@desk/contracts';

const SHOWN = 50;

/** What cannot be taken from a file, each with its line. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  const { t } = useTranslation('imports');
  if (problems.length === 0) return null;
  return (
    <Alert color="orange" title={t('problems', { count: problems.length })}>
      <List size="sm">
        {problems.slice(0, SHOWN).map(({ line, column, code, message }) => (
          <List.Item key={`${String(line)} ${String(column)} ${code}`}>
            <Text span fw={600}>
              {t('line', { line })}
            </Text>{' '}
            {message}
          </List.Item>
        ))}
      </List>
      {problems.length > SHOWN && (
        <Text size="sm">{t('more', { count: problems.length - SHOWN })}</Text>
      )}
    </Alert>
  );
}
