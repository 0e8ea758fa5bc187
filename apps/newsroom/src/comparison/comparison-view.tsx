import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { answer, api, type Shape } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import classes from './comparison.module.css';

type Change = Shape<'BodyComparison'>['blocks'][number];

/** What is different between two revisions: added, removed, changed, moved, block by block. */
export function ComparisonView({
  from,
  to,
  language,
}: {
  from: string;
  to: string;
  language: Language;
}) {
  const { t } = useTranslation('comparison');
  const found = useQuery({
    queryKey: ['comparison', from, to],
    staleTime: Infinity,
    queryFn: () =>
      answer(
        api.GET('/api/v1/revisions/{id}/compare/{other}', {
          params: { path: { id: from, other: to } },
        }),
      ),
  });
  if (found.isError) return <ProblemAlert error={found.error} />;
  if (!found.data) return <RowsSkeleton rows={4} />;
  const { title, summary, body } = found.data;
  const same = body.equal && [...title, ...summary].every(({ op }) => op === 'same');
  if (same) return <Text c="var(--desk-quiet)">{t('same')}</Text>;
  const { added, removed, changed, moved } = body.counts;
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--desk-quiet)">
        {t('counts', { added, removed, changed, moved })}
      </Text>
      <div lang={language} className={classes.text}>
        <h3>
          <Words parts={title} />
        </h3>
        <p>
          <Words parts={summary} />
        </p>
        {body.blocks.map((change, place) => (
          <BlockChange key={place} change={change} />
        ))}
      </div>
    </Stack>
  );
}

function Words({ parts }: { parts: readonly { op: string; text: string }[] }) {
  return parts.map(({ op, text }, place) => {
    if (op === 'added') return <ins key={place}>{text}</ins>;
    if (op === 'removed') return <del key={place}>{text}</del>;
    return <span key={place}>{text}</span>;
  });
}

/** The words of a block, whatever its form: a comparison is read for what it says. */
const plain = (block: unknown): string => {
  if (typeof block !== 'object' || block === null) return '';
  const text: unknown = Reflect.get(block, 'text');
  if (typeof text === 'string') return text;
  const content: unknown = Reflect.get(block, 'content');
  return Array.isArray(content) ? content.map(plain).join(' ') : '';
};

function BlockChange({ change }: { change: Change }) {
  const { t } = useTranslation('comparison');
  if (change.kind === 'kept') return <p className={classes.kept}>{plain(change.block)}</p>;
  if (change.kind === 'added') {
    return (
      <p>
        <ins>{plain(change.block)}</ins>
      </p>
    );
  }
  if (change.kind === 'removed') {
    return (
      <p>
        <del>{plain(change.block)}</del>
      </p>
    );
  }
  return (
    <div className={classes.changed}>
      {change.kind === 'moved' && (
        <Group gap={4}>
          <Text size="xs" c="var(--desk-quiet)">
            {t('moved')}
          </Text>
        </Group>
      )}
      {change.lines.map((line) => (
        <p key={line.at}>
          <Words parts={line.parts} />
        </p>
      ))}
    </div>
  );
}
