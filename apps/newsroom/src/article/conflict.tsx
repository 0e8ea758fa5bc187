import { Alert, Badge, Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { BlockView } from '../design/body-view';
import type { Saved } from '../drafts/autosave';
import { fieldOf, fields, withField, type EditionText, type Field } from './edition-text';
import { chosenBlocks, likelyChoice, sideBySide, type Choice, type Hunk } from './merge-blocks';
import classes from './article.module.css';

type Chosen = Readonly<Record<string, Choice>>;

/**
 * Somebody else saved while I wrote: both texts, and a choice for each place where they differ.
 * What only one of us changed is chosen already.
 */
export function Conflict({
  mine,
  theirs: { text: theirs },
  base: { text: base },
  language,
  onChosen,
}: {
  mine: EditionText;
  theirs: Saved<EditionText>;
  /** What I began with. */
  base: Saved<EditionText>;
  language: Language;
  onChosen: (text: EditionText) => void;
}) {
  const { t } = useTranslation('article');
  const hunks = useMemo(
    () => sideBySide(mine.body.content, theirs.body.content),
    [mine.body, theirs.body],
  );
  const [chosen, setChosen] = useState<Chosen>({});
  const differing = fields.filter((field) => fieldOf(mine, field) !== fieldOf(theirs, field));
  const places = hunks.flatMap((hunk, place) => (hunk.kind === 'differs' ? [{ hunk, place }] : []));
  const choiceOf = (field: Field): Choice | null =>
    chosen[field] ?? likelyField(mine, theirs, base, field);
  const choiceAt = (place: number, hunk: Extract<Hunk, { kind: 'differs' }>): Choice | null =>
    chosen[place] ?? likelyChoice(hunk, base.body.content);
  const open =
    differing.filter((field) => choiceOf(field) === null).length +
    places.filter(({ hunk, place }) => choiceAt(place, hunk) === null).length;

  const merged = (): EditionText => {
    const content = chosenBlocks(
      hunks,
      places.map(({ hunk, place }) => choiceAt(place, hunk) ?? 'mine'),
    );
    return differing.reduce<EditionText>(
      (text, field) =>
        choiceOf(field) === 'theirs' ? withField(text, field, fieldOf(theirs, field)) : text,
      { ...mine, body: { type: 'doc', content } },
    );
  };

  return (
    <Stack maw="72rem">
      <Alert color="orange" role="alert" title={t('conflict.title')}>
        {t('conflict.about')}
      </Alert>
      <div className={classes.pairHead} aria-hidden>
        <Text fw={600}>{t('conflict.mine')}</Text>
        <Text fw={600}>{t('conflict.theirs')}</Text>
      </div>
      {differing.map((field) => (
        <Difference
          key={field}
          name={t(`fields.${field}`)}
          language={language}
          among={['mine', 'theirs']}
          choice={choiceOf(field)}
          onChoose={(choice) => {
            setChosen({ ...chosen, [field]: choice });
          }}
          mine={fieldOf(mine, field)}
          theirs={fieldOf(theirs, field)}
        />
      ))}
      {places.length > 0 && (
        <Title order={2} size="h4">
          {t('body')}
        </Title>
      )}
      {hunks.map((hunk, place) =>
        hunk.kind === 'same' ? (
          <Text key={place} size="sm" c="var(--desk-quiet)">
            {t('conflict.same', { count: hunk.blocks.length })}
          </Text>
        ) : (
          <Difference
            key={place}
            name={t('conflict.place', {
              number: places.findIndex((one) => one.place === place) + 1,
            })}
            language={language}
            among={['mine', 'theirs', 'both']}
            choice={choiceAt(place, hunk)}
            onChoose={(choice) => {
              setChosen({ ...chosen, [place]: choice });
            }}
            mine={<Blocks blocks={hunk.mine} />}
            theirs={<Blocks blocks={hunk.theirs} />}
          />
        ),
      )}
      <Group className={classes.decide}>
        <Button
          disabled={open > 0}
          onClick={() => {
            onChosen(merged());
          }}
        >
          {t('conflict.take')}
        </Button>
        {open > 0 && <Text size="sm">{t('conflict.open', { count: open })}</Text>}
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

function likelyField(
  mine: EditionText,
  theirs: EditionText,
  base: EditionText,
  field: Field,
): Choice | null {
  if (fieldOf(theirs, field) === fieldOf(base, field)) return 'mine';
  return fieldOf(mine, field) === fieldOf(base, field) ? 'theirs' : null;
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const { t } = useTranslation('article');
  if (blocks.length === 0) return <Text c="var(--desk-quiet)">{t('conflict.nothing')}</Text>;
  return blocks.map((block, at) => <BlockView key={at} block={block} />);
}

function Difference({
  name,
  language,
  among,
  choice,
  onChoose,
  mine,
  theirs,
}: {
  name: string;
  language: Language;
  among: readonly Choice[];
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  mine: React.ReactNode;
  theirs: React.ReactNode;
}) {
  const { t } = useTranslation('article');
  return (
    <Stack gap={6} component="section" aria-label={name}>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        {choice === null && <Badge color="orange">{t('conflict.undecided')}</Badge>}
      </Group>
      <div className={classes.pair} lang={language}>
        <div data-chosen={choice === 'mine' || choice === 'both' || undefined}>{mine}</div>
        <div data-chosen={choice === 'theirs' || choice === 'both' || undefined}>{theirs}</div>
      </div>
      <Radio.Group
        aria-label={name}
        value={choice ?? ''}
        onChange={(next) => {
          const found = among.find((one) => one === next);
          if (found) onChoose(found);
        }}
      >
        <Group gap="md">
          {among.map((one) => (
            <Radio key={one} value={one} label={t(`conflict.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
    </Stack>
  );
}
