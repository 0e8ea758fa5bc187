import {
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '@desk/languages';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { CheckChoices } from './check-choices';

type Policy = Shape<'SignOffPolicy'>;

const first: Policy = {
  approvers: 1,
  languageReview: false,
  release: 'together',
  requiredLanguages: ['vi', 'en', 'km'],
  workingDays: { translate: 3, review: 1, sign_off: 1 },
};
const kinds = ['translate', 'review', 'sign_off'] as const;

/** A section: its names, who must sign, what goes public together, how long work may take. */
export function SectionForm({
  section,
  onClose,
}: {
  section: Shape<'Section'> | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(['sections', 'shell', 'workflow']);
  const [code, setCode] = useState(section?.code ?? '');
  const [names, setNames] = useState(section?.names ?? { vi: '', en: '', km: '' });
  const [policy, setPolicy] = useState<Policy>(section?.policy ?? first);
  const save = useAction(
    () =>
      section
        ? answer(
            api.PATCH('/api/v1/sections/{id}', {
              params: { path: { id: section.id }, header: ifMatch(section.version) },
              body: { code, names, policy },
            }),
          )
        : answer(api.POST('/api/v1/sections', { body: { code, names, policy, position: 0 } })),
    { outdates: ['sections', 'board'], done: t('saved') },
  );
  const set = (part: Partial<Policy>): void => {
    setPolicy((before) => ({ ...before, ...part }));
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t(section ? 'edit' : 'add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <Stack>
          {save.isError && <ProblemAlert error={save.error} />}
          {languages.map((language) => (
            <TextInput
              key={language}
              lang={language}
              label={`${t('name')} (${t(`workflow:languages.${language}`)})`}
              required
              value={names[language]}
              onChange={(event) => {
                setNames({ ...names, [language]: event.currentTarget.value });
              }}
            />
          ))}
          <TextInput
            label={t('code')}
            description={t('codeAbout')}
            required
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
          <NumberInput
            label={t('approvers')}
            min={1}
            max={9}
            value={policy.approvers}
            onChange={(value) => {
              set({ approvers: Number(value) });
            }}
          />
          <Switch
            label={t('languageReviewFirst')}
            checked={policy.languageReview}
            onChange={(event) => {
              set({ languageReview: event.currentTarget.checked });
            }}
          />
          <Stack gap={4}>
            <Text size="sm" fw={500}>
              {t('releaseLabel')}
            </Text>
            <SegmentedControl
              aria-label={t('releaseLabel')}
              value={policy.release}
              data={(['together', 'as-ready'] as const).map((value) => ({
                value,
                label: t(`release.${value}`),
              }))}
              onChange={(value) => {
                set({ release: value === 'together' ? 'together' : 'as-ready' });
              }}
            />
          </Stack>
          <Checkbox.Group
            label={t('required')}
            value={[...policy.requiredLanguages]}
            onChange={(values) => {
              set({ requiredLanguages: languages.filter((one) => values.includes(one)) });
            }}
          >
            <Group mt={4}>
              {languages.map((value) => (
                <Checkbox key={value} value={value} label={t(`workflow:languages.${value}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Group grow>
            {kinds.map((kind) => (
              <NumberInput
                key={kind}
                label={t(`days.${kind}`)}
                min={1}
                max={60}
                value={policy.workingDays[kind]}
                onChange={(value) => {
                  set({ workingDays: { ...policy.workingDays, [kind]: Number(value) } });
                }}
              />
            ))}
          </Group>
          <CheckChoices
            checks={policy.checks ?? {}}
            onChange={(checks) => {
              set({ checks });
            }}
          />
          <Button type="submit" loading={save.isPending}>
            {t('shell:save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
