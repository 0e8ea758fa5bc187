import { ActionIcon, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatNumber, languageSchema, weekdayNames } from '@desk/languages';
import { ProblemAlert } from '../design/problem-alert';
import { TitleText } from '../design/title-text';
import { useSession } from '../session/session';
import { instantOf } from '../transitions/zoned';
import { dayOf, monthAfter, weeksOf } from './month';
import { useReleasesBetween, type Release } from './releases';
import classes from './calendar.module.css';

/** A month of releases, on the clocks of the person's own time zone. */
export function Calendar({
  month: wanted,
  onMonth,
}: {
  month: string | undefined;
  onMonth: (month: string) => void;
}) {
  const { t, i18n } = useTranslation('releases');
  const { timeZone } = useSession().person;
  const language = languageSchema.catch('vi').parse(i18n.language);
  const today = dayOf(new Date().toISOString(), timeZone);
  const month = wanted ?? today.slice(0, 7);
  const weeks = weeksOf(month);
  const first = weeks[0]?.[0] ?? `${month}-01`;
  const last = weeks.at(-1)?.at(-1) ?? first;
  const releases = useReleasesBetween(
    instantOf(`${first}T00:00`, timeZone).toISOString(),
    new Date(instantOf(`${last}T23:59`, timeZone).getTime() + 60_000).toISOString(),
  );
  const on = (day: string): Release[] =>
    (releases.data ?? []).filter(
      ({ publishedAt, publishAt }) => dayOf(publishedAt ?? publishAt, timeZone) === day,
    );
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2} size="h4" aria-live="polite">
          {formatMonth(month, language)}
        </Title>
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('before')}
            onClick={() => {
              onMonth(monthAfter(month, -1));
            }}
          >
            <IconChevronLeft aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('after')}
            onClick={() => {
              onMonth(monthAfter(month, 1));
            }}
          >
            <IconChevronRight aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {releases.isError && <ProblemAlert error={releases.error} />}
      <table className={classes.month}>
        <thead>
          <tr>
            {weekdayNames(language).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-other={!day.startsWith(month) || undefined}
                  data-empty={on(day).length === 0 || undefined}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <Text size="sm" component="span">
                    {formatNumber(Number(day.slice(8)), language)}
                  </Text>
                  {on(day).map((release) => (
                    <Anchor
                      key={release.id}
                      component={Link}
                      to={`/articles/${release.articleId}`}
                      className={classes.release}
                      data-state={release.state}
                    >
                      {timeOf(release, timeZone)}{' '}
                      {release.editions.map((one) => one.language.toUpperCase()).join(' ')}{' '}
                      <TitleText title={release.editions[0]?.title ?? ''} />
                    </Anchor>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}

const timeOf = ({ publishedAt, publishAt }: Release, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(publishedAt ?? publishAt),
  );
