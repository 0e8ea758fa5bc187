import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';
import { useMay } from '../session/session';
import { useAddress } from '../shell/address';
import { Downloads } from './downloads';
import { Duplicates } from './duplicates';
import { LookUp } from './look-up';
import { addressOf, memoryAddressSchema, memoryViews, type MemoryAddress } from './memory-address';
import { Units } from './units';

/** What was translated before: sought, looked through, kept clean. */
export function MemoryPage() {
  const { t } = useTranslation(['memory', 'shell']);
  const navigate = useNavigate();
  const address = useAddress(memoryAddressSchema);
  const manages = useMay('memory.manage');
  const { view = 'units' } = address;
  const go = (next: MemoryAddress): void => {
    void navigate({ to: addressOf(next), replace: true });
  };
  return (
    <Page title={t('shell:places.memory')} about={t('about')} actions={<Downloads />}>
      <Tabs
        value={view}
        onChange={(chosen) => {
          go({ view: memoryViews.find((one) => one === chosen && one !== 'units') });
        }}
      >
        <Tabs.List>
          {memoryViews
            .filter((one) => manages || one !== 'duplicates')
            .map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`views.${one}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      </Tabs>
      {view === 'units' && <Units address={address} onChange={go} />}
      {view === 'duplicates' && manages && <Duplicates />}
      {view === 'look-up' && <LookUp />}
    </Page>
  );
}
