import { Button, Modal, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '@desk/languages';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { GrantRows, type Grant } from './grant-rows';

/** Makes an account; its owner is told by e-mail and chooses a password of their own. */
export function Hiring({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['people-admin', 'shell', 'workflow']);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [language, setLanguage] = useState<Language>('vi');
  const [grants, setGrants] = useState<Grant[]>([]);
  const hire = useAction(
    () => answer(api.POST('/api/v1/people', { body: { name, email, password, language, grants } })),
    { outdates: ['people'], done: t('hired', { name }) },
  );
  return (
    <Modal opened onClose={onClose} size="xl" title={t('hire')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          hire.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <Stack>
          {hire.isError && <ProblemAlert error={hire.error} />}
          <TextInput
            label={t('name')}
            required
            data-autofocus
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <TextInput
            label={t('shell:signIn.email')}
            type="email"
            required
            value={email}
            onChange={(event) => {
              setEmail(event.currentTarget.value);
            }}
          />
          <PasswordInput
            label={t('firstPassword')}
            description={t('firstPasswordAbout')}
            autoComplete="new-password"
            required
            value={password}
            visibilityToggleButtonProps={{ 'aria-label': t('shell:signIn.showPassword') }}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
          <Select
            label={t('ownLanguage')}
            allowDeselect={false}
            value={language}
            data={languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }))}
            onChange={(value) => {
              setLanguage(languages.find((one) => one === value) ?? 'vi');
            }}
          />
          <GrantRows grants={grants} onChange={setGrants} />
          <Button type="submit" loading={hire.isPending}>
            {t('hire')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
