import { Alert, Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockView } from '../design/body-view';
import type { WorkingCopy } from '../transitions/transitions';
import { chosenBlocks, sideBySide, type Choice } from './merge-blocks';
import { writtenOf, type Written } from './use-writing';
import classes from './article.module.css';

const choices = ['mine', 'theirs', 'both'] as const;
const fields = ['title', 'summary'] as const;

/** Somebody else saved while I wrote: both texts, and a choice for each place where they differ. */
export function Conflict({
  mine,
  theirs: copy,
  onChosen,
}: {
  mine: Written;
  theirs: WorkingCopy;
  onChosen: (text: Written) => void;
}) {
  const { t } = useTranslation('article');
  const theirs = useMemo(() => writtenOf(copy), [copy]);
  const hunks = useMemo(
    () => sideBySide(mine.body.content, theirs.body.content),
    [mine.body, theirs.body],
  );
  const [inBody, setInBody] = useState<readonly Choice[]>([]);
  const [inFields, setInFields] = useState<Readonly<Record<string, Choice>>>({});
  const numbers = hunks.map(
    (_, place) => hunks.slice(0, place).filter(({ kind }) => kind === 'differs').length,
  );
  const merged = (): Written => ({
    ...mine,
    title: inFields.title === 'theirs' ? theirs.title : mine.title,
    summary: inFields.summary === 'theirs' ? theirs.summary : mine.summary,
    body: { type: 'doc', content: chosenBlocks(hunks, inBody) },
  });
  return (
    <Stack>
      <Alert color="orange" role="alert" title={t('conflict.title')}>
        {t('conflict.about')}
      </Alert>
      {fields
        .filter((field) => mine[field] !== theirs[field])
        .map((field) => (
          <Stack key={field} gap={4}>
            <Text fw={500}>{t(field)}</Text>
            <div className={classes.pair} lang={copy.language}>
              <div data-chosen={inFields[field] !== 'theirs' || undefined}>{mine[field]}</div>
              <div data-chosen={inFields[field] === 'theirs' || undefined}>{theirs[field]}</div>
            </div>
            <Choosing
              label={t(field)}
              among={['mine', 'theirs']}
              value={inFields[field] ?? 'mine'}
              onChange={(choice) => {
                setInFields({ ...inFields, [field]: choice });
              }}
            />
          </Stack>
        ))}
      <Title order={2} size="h4">
        {t('body')}
      </Title>
      {hunks.map((hunk, place) => {
        if (hunk.kind === 'same') {
          return (
            <Text key={place} size="sm" c="var(--desk-quiet)">
              {t('conflict.same', { count: hunk.blocks.length })}
            </Text>
          );
        }
        const number = numbers[place] ?? 0;
        const choice = inBody[number] ?? 'mine';
        return (
          <Stack key={place} gap={4}>
            <div className={classes.pair} lang={copy.language}>
              <div data-chosen={choice !== 'theirs' || undefined}>
                <Text size="xs" c="var(--desk-quiet)">
                  {t('conflict.mine')}
                </Text>
                {hunk.mine.map((block, at) => (
                  <BlockView key={at} block={block} />
                ))}
              </div>
              <div data-chosen={choice !== 'mine' || undefined}>
                <Text size="xs" c="var(--desk-quiet)">
                  {t('conflict.theirs')}
                </Text>
                {hunk.theirs.map((block, at) => (
                  <BlockView key={at} block={block} />
                ))}
              </div>
            </div>
            <Choosing
              label={t('conflict.place', { number: number + 1 })}
              among={choices}
              value={choice}
              onChange={(next) => {
                setInBody(
                  Array.from({ length: Math.max(inBody.length, number + 1) }, (_, at) =>
                    at === number ? next : (inBody[at] ?? 'mine'),
                  ),
                );
              }}
            />
          </Stack>
        );
      })}
      <Group>
        <Button
          onClick={() => {
            onChosen(merged());
          }}
        >
          {t('conflict.take')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onChosen(mine);
          }}
        >
          {t('conflict.allMine')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onChosen(theirs);
          }}
        >
          {t('conflict.allTheirs')}
        </Button>
      </Group>
    </Stack>
  );
}

function Choosing({
  label,
  among,
  value,
  onChange,
}: {
  label: string;
  among: readonly Choice[];
  value: Choice;
  onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation('article');
  return (
    <Radio.Group
      aria-label={label}
      value={value}
      onChange={(next) => {
        onChange(choices.find((one) => one === next) ?? 'mine');
      }}
    >
      <Group gap="md">
        {among.map((one) => (
          <Radio key={one} value={one} label={t(`conflict.${one}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
