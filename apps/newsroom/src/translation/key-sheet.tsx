import { Group, Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deeds, written, type Deed } from './keys';

/** All keys of the screen. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('translation');
  return (
    <Modal opened onClose={onClose} title={t('keys.title')}>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {(Object.keys(deeds) as Deed[]).map((deed) => (
            <Table.Tr key={deed}>
              <Table.Td>{t(`keys.${deed}`)}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {written(deed).map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
