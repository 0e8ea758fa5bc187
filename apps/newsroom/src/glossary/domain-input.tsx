import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDomainName, useDomains } from './glossary';

/** The domain of a concept: one that there is, or a new one. */
export function DomainInput({
  value,
  onChange,
}: {
  value: string;
  onChange: (domain: string) => void;
}) {
  const { t } = useTranslation('glossary');
  const domains = useDomains();
  const nameOf = useDomainName();
  const there = domains.data?.map(({ domain }) => domain).filter((domain) => domain !== '') ?? [];
  return (
    <Autocomplete
      label={t('form.domain')}
      description={t('form.domainAbout')}
      maxLength={60}
      value={value === '' ? '' : nameOf(value)}
      data={there.map(nameOf)}
      onChange={(typed) => {
        onChange(there.find((domain) => nameOf(domain) === typed) ?? typed);
      }}
    />
  );
}
