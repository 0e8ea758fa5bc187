import { Button, Checkbox, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '@desk/languages';
import { ProblemAlert } from '../design/problem-alert';
import { useRounds } from '../review/rounds';
import { LocalTime } from './local-time';
import {
  useTransition,
  type Action,
  type Option,
  type Saying,
  type WorkingCopy,
} from './transitions';

const significances = ['typo', 'detail', 'substance'] as const;

/** Asks what must be said with an action, and does it. */
export function TransitionDialog({
  edition,
  option,
  onClose,
  onDone,
}: {
  edition: WorkingCopy;
  option: Option | undefined;
  onClose: () => void;
  onDone: (action: Action) => void;
}) {
  const { t } = useTranslation(['transitions', 'shell', 'workflow']);
  const transition = useTransition(edition);
  const [saying, setSaying] = useState<Saying>({});
  const action = option?.action ?? 'submit';
  const must = option?.mustSay ?? [];
  const round = useOpenRound(edition.id, must.includes('revisionHash'));
  const say = (part: Saying): void => {
    setSaying((before) => ({ ...before, ...part }));
  };
  const reason = saying.reason ?? { vi: '', en: '', km: '' };
  const asksSignificance =
    action === 'submit' && edition.isSource && edition.approvedRevisionId !== null;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const hash = must.includes('revisionHash') && round ? { revisionHash: round } : {};
    transition.mutate(
      { action, saying: { ...saying, ...hash } },
      {
        onSuccess: () => {
          onDone(action);
        },
      },
    );
  }

  return (
    <Modal opened onClose={onClose} title={option?.label ?? ''}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {transition.isError && <ProblemAlert error={transition.error} />}
          <Text size="sm">{t(`about.${action}`)}</Text>
          {(must.includes('comment') || action === 'submit') && (
            <Textarea
              label={t(must.includes('comment') ? 'say.comment' : 'say.note')}
              required={must.includes('comment')}
              autosize
              minRows={3}
              data-autofocus
              value={(must.includes('comment') ? saying.comment : saying.note) ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value;
                say(must.includes('comment') ? { comment: text } : { note: text });
              }}
            />
          )}
          {must.includes('note') && (
            <Textarea
              label={t('say.correction')}
              description={t('say.correctionAbout')}
              required
              autosize
              minRows={3}
              value={saying.note ?? ''}
              onChange={(event) => {
                say({ note: event.currentTarget.value });
              }}
            />
          )}
          {asksSignificance && (
            <Radio.Group
              label={t('say.significance')}
              value={saying.significance ?? ''}
              onChange={(value) => {
                const significance = significances.find((one) => one === value);
                if (significance) say({ significance });
              }}
            >
              <Stack gap="xs" mt="xs">
                {significances.map((value) => (
                  <Radio key={value} value={value} label={t(`significance.${value}`)} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {must.includes('publishAt') && (
            <LocalTime
              label={t('say.publishAt')}
              value={saying.publishAt ?? null}
              onChange={(publishAt) => {
                say({ publishAt });
              }}
            />
          )}
          {must.includes('reason') &&
            languages.map((language) => (
              <Textarea
                key={language}
                lang={language}
                label={`${t('say.reason')} (${t(`workflow:languages.${language}`)})`}
                required
                autosize
                minRows={2}
                value={reason[language]}
                onChange={(event) => {
                  say({ reason: { ...reason, [language]: event.currentTarget.value } });
                }}
              />
            ))}
          {(action === 'withdraw' || action === 'restore') && (
            <Others
              edition={edition}
              chosen={saying.also ?? []}
              onChange={(also) => {
                say({ also });
              }}
            />
          )}
          {action === 'sign_off' && edition.stale && (
            <Checkbox
              label={t('say.acceptStale')}
              checked={saying.acceptStale ?? false}
              onChange={(event) => {
                say({ acceptStale: event.currentTarget.checked });
              }}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button
              type="submit"
              color={action === 'withdraw' ? 'red' : undefined}
              loading={transition.isPending}
              disabled={must.includes('revisionHash') && !round}
            >
              {option?.label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The hash of the revision under review: a sign-off names exactly this one. */
function useOpenRound(editionId: string, wanted: boolean): string | undefined {
  const { data } = useRounds(editionId, wanted);
  return data?.find(({ closedAt }) => closedAt === null)?.revisionHash;
}

function Others({
  edition,
  chosen,
  onChange,
}: {
  edition: WorkingCopy;
  chosen: readonly Language[];
  onChange: (also: Language[]) => void;
}) {
  const { t } = useTranslation(['transitions', 'workflow']);
  return (
    <Checkbox.Group
      label={t('say.also')}
      value={[...chosen]}
      onChange={(values) => {
        onChange(languages.filter((language) => values.includes(language)));
      }}
    >
      <Group mt="xs">
        {languages
          .filter((language) => language !== edition.language)
          .map((language) => (
            <Checkbox key={language} value={language} label={t(`workflow:languages.${language}`)} />
          ))}
      </Group>
    </Checkbox.Group>
  );
}
