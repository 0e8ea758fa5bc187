import { Button, Menu, Tabs } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { glossaryFormats } from '@desk/contracts';
import { Page } from '../design/page';
import { useMay } from '../session/session';
import { useAddress } from '../shell/address';
import { ConceptDrawer } from './concept-drawer';
import { ConceptForm } from './concept-form';
import { Concepts } from './concepts';
import { addressOf, glossaryAddressSchema, type GlossaryAddress } from './glossary-address';
import { ProposalForm } from './proposal-form';
import { Proposals } from './proposals';

/** How the newsroom says things in three languages, and what people propose. */
export function GlossaryPage() {
  const { t } = useTranslation(['glossary', 'shell']);
  const navigate = useNavigate();
  const address = useAddress(glossaryAddressSchema);
  const manages = useMay('glossary.manage');
  const proposes = useMay('glossary.propose');
  const [writing, setWriting] = useState<'concept' | 'proposal' | null>(null);
  const go = (next: GlossaryAddress): void => {
    void navigate({ to: addressOf(next), replace: true });
  };
  const close = (): void => {
    setWriting(null);
  };
  return (
    <Page
      title={t('shell:places.glossary')}
      about={t('about')}
      actions={
        <>
          <Downloads />
          {proposes && !manages && (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => {
                setWriting('proposal');
              }}
            >
              {t('propose.new')}
            </Button>
          )}
          {manages && (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => {
                setWriting('concept');
              }}
            >
              {t('newConcept')}
            </Button>
          )}
        </>
      }
    >
      <Tabs
        value={address.view ?? 'concepts'}
        onChange={(view) => {
          go(view === 'proposals' ? { view } : {});
        }}
      >
        <Tabs.List>
          <Tabs.Tab value="concepts">{t('views.concepts')}</Tabs.Tab>
          <Tabs.Tab value="proposals">{t('views.proposals')}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {address.view === 'proposals' ? (
        <Proposals address={address} onChange={go} />
      ) : (
        <Concepts address={address} onChange={go} />
      )}
      {address.concept && (
        <ConceptDrawer
          key={address.concept}
          id={address.concept}
          onClose={() => {
            go({ ...address, concept: undefined });
          }}
        />
      )}
      {writing === 'concept' && <ConceptForm concept={null} onClose={close} />}
      {writing === 'proposal' && <ProposalForm concept={null} onClose={close} />}
    </Page>
  );
}

function Downloads() {
  const { t } = useTranslation('glossary');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {glossaryFormats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={`/api/v1/glossary/exchange?format=${format}`}
          >
            {t(`formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
