import { Alert, Button, Group, Select, Stack, TagsInput, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '@desk/languages';
import { hasCode } from '../api/problem';
import { useSections } from '../board/board';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { FoundText } from './found-text';
import { changeUnit, readUnit, type Unit } from './memory';

/**
 * Another translation, tags or section for a unit. When somebody else changed it meanwhile,
 * both texts are shown and what was typed stays.
 */
export function UnitForm({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t, i18n } = useTranslation(['memory', 'shell']);
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const sections = useSections();
  const [target, setTarget] = useState(unit.target);
  const [tags, setTags] = useState<string[]>(unit.tags);
  const [sectionId, setSectionId] = useState(unit.sectionId);
  const [seen, setSeen] = useState(unit);
  const [theirs, setTheirs] = useState<Unit | null>(null);
  const save = useAction(() => changeUnit(seen, { target, tags, sectionId }), {
    outdates: ['memory'],
    done: t('saved'),
  });
  const tryToSave = (): void => {
    save.mutate(undefined, {
      onSuccess: onClose,
      onError: (error) => {
        if (!hasCode(error, 'request.changed_meanwhile')) return;
        void readUnit(unit.id).then(setTheirs, () => undefined);
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        tryToSave();
      }}
    >
      <Stack gap="sm">
        {save.isError && !theirs && <ProblemAlert error={save.error} />}
        {theirs && (
          <Alert color="orange" role="alert" title={t('conflict.title')}>
            <Stack gap="xs">
              <Text size="sm">{t('conflict.theirs')}</Text>
              <FoundText language={theirs.targetLanguage} written={theirs.target} />
              <Group gap="xs">
                <Button
                  size="xs"
                  onClick={() => {
                    setSeen(theirs);
                    setTheirs(null);
                    save.reset();
                  }}
                >
                  {t('conflict.keepMine')}
                </Button>
                <Button size="xs" variant="default" onClick={onClose}>
                  {t('conflict.takeTheirs')}
                </Button>
              </Group>
            </Stack>
          </Alert>
        )}
        <Textarea
          label={t('target')}
          lang={unit.targetLanguage}
          autosize
          minRows={2}
          required
          data-autofocus
          value={target}
          onChange={(event) => {
            setTarget(event.currentTarget.value);
          }}
        />
        <Group gap="sm" align="start" grow preventGrowOverflow={false}>
          <TagsInput
            label={t('tags')}
            description={t('tagsAbout')}
            maxTags={20}
            value={tags}
            onChange={setTags}
          />
          <Select
            label={t('filter.section')}
            description={t('sectionAbout')}
            clearable
            placeholder={t('everySection')}
            value={sectionId}
            data={sections.data?.map(({ id, names }) => ({ value: id, label: names[ui] })) ?? []}
            onChange={setSectionId}
          />
        </Group>
        <Group gap="xs">
          <Button type="submit" loading={save.isPending} disabled={theirs !== null}>
            {t('shell:save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
