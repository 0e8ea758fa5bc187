import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { Moment } from '../design/moment';
import { useNames, type Unit } from './memory';
import { addressOf } from './memory-address';

/** Who wrote a unit, who changed it, how often it helped. */
export function UnitHistory({ unit }: { unit: Unit }) {
  const { t } = useTranslation('memory');
  const nameOf = useNames();
  const by = (id: string | null): string => nameOf(id) ?? t('history.somebody');
  const changed = unit.changedBy !== null;
  return (
    <Stack gap={2}>
      <Text size="sm">
        <Trans
          t={t}
          i18nKey="history.created"
          values={{ name: by(unit.createdBy) }}
          components={{ at: <Moment at={unit.createdAt} /> }}
        />
      </Text>
      {changed && (
        <Text size="sm">
          <Trans
            t={t}
            i18nKey="history.changed"
            values={{ name: by(unit.changedBy) }}
            components={{ at: <Moment at={unit.updatedAt} /> }}
          />
        </Text>
      )}
      <Text size="sm">
        {t('history.uses', { count: unit.uses })}
        {unit.usedAt && (
          <>
            {' · '}
            {t('history.used')} <Moment at={unit.usedAt} near />
          </>
        )}
      </Text>
      {unit.importId && (
        <Text size="sm">
          <Link to={addressOf({ importId: unit.importId })}>{t('history.import')}</Link>
        </Text>
      )}
    </Stack>
  );
}
