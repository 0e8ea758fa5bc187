import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Page } from '../design/page';
import { useAddress } from '../shell/address';
import { GlossaryImport } from './glossary-import';
import { MemoryImport } from './memory-import';

const kinds = ['memory', 'glossary'] as const;
const addressSchema = z.object({ of: z.enum(kinds).optional().catch(undefined) });

/** Files of other tools into memory and glossary: nothing is taken before it was shown. */
export function ImportsPage() {
  const { t } = useTranslation(['imports', 'shell']);
  const navigate = useNavigate();
  const { of = 'memory' } = useAddress(addressSchema);
  return (
    <Page title={t('shell:places.imports')} about={t('about')}>
      <Tabs
        value={of}
        onChange={(chosen) => {
          void navigate({ to: `/imports?of=${chosen ?? ''}`, replace: true });
        }}
      >
        <Tabs.List>
          {kinds.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`shell:places.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {of === 'memory' ? <MemoryImport /> : <GlossaryImport />}
    </Page>
  );
}
