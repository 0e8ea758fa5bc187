import { Accordion, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { checkNames, type CheckSettings } from '@desk/contracts';

const settings = ['blocking', 'warning', 'off'] as const;

/** How heavy each check of translations weighs here; without a choice it weighs as usual. */
export function CheckChoices({
  checks,
  onChange,
}: {
  checks: CheckSettings;
  onChange: (checks: CheckSettings) => void;
}) {
  const { t } = useTranslation(['sections', 'checks']);
  return (
    <Accordion variant="contained">
      <Accordion.Item value="checks">
        <Accordion.Control>{t('checks.title')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="xs">
            {checkNames.map((name) => (
              <Group key={name} justify="space-between" wrap="nowrap">
                <Text size="sm">{t(`checks:names.${name}`)}</Text>
                <Select
                  size="xs"
                  w={150}
                  clearable
                  aria-label={t(`checks:names.${name}`)}
                  placeholder={t('checks.usual')}
                  value={checks[name] ?? null}
                  data={settings.map((value) => ({ value, label: t(`weights.${value}`) }))}
                  onChange={(value) => {
                    const { [name]: _, ...rest } = checks;
                    const chosen = settings.find((one) => one === value);
                    onChange(chosen ? { ...rest, [name]: chosen } : rest);
                  }}
                />
              </Group>
            ))}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
