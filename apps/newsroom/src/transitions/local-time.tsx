import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session';
import { instantOf, wallTimeOf } from './zoned';

/** A time on the clocks of the person's own zone, by the browser's own picker; an instant in UTC outside. */
export function LocalTime({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (instant: string) => void;
}) {
  const { t } = useTranslation('transitions');
  const { person } = useSession();
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={t('zone', { zone: person.timeZone })}
      required
      defaultValue={value === null ? '' : wallTimeOf(new Date(value), person.timeZone)}
      onChange={(event) => {
        const wall = event.currentTarget.value;
        if (wall !== '') onChange(instantOf(wall, person.timeZone).toISOString());
      }}
    />
  );
}
