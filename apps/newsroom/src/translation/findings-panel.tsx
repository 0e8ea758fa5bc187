import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { sheetKey, type Finding, type Segment } from './sheet';

const colours = { blocking: 'red', warning: 'orange', note: 'gray' } as const;

/** What the checks say of the segment: mended by a click where that is safe, or dismissed with a reason. */
export function FindingsPanel({
  segment,
  onFix,
}: {
  segment: Segment;
  onFix: (fix: NonNullable<Finding['fix']>) => void;
}) {
  const { t } = useTranslation('translation');
  if (segment.findings.length === 0) {
    return (
      <Text size="sm" c="var(--desk-quiet)">
        {t(segment.status === 'untranslated' ? 'checks.notYet' : 'checks.none')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {segment.findings.map((finding) => (
        <Alert
          key={finding.key}
          color={finding.dismissal ? 'gray' : colours[finding.severity]}
          title={t(`checks.${finding.severity}`)}
          p="xs"
        >
          <Stack gap={6}>
            <Text size="sm">{finding.message}</Text>
            {finding.dismissal ? (
              <Text size="xs">{t('checks.dismissed', { reason: finding.dismissal.reason })}</Text>
            ) : (
              <Group gap={4}>
                {finding.fix && (
                  <Button
                    size="compact-xs"
                    onClick={() => {
                      if (finding.fix) onFix(finding.fix);
                    }}
                  >
                    {t('checks.fix')}
                  </Button>
                )}
                {finding.severity === 'warning' && (
                  <Dismissing segment={segment} finding={finding} />
                )}
              </Group>
            )}
          </Stack>
        </Alert>
      ))}
    </Stack>
  );
}

/** Passing over a warning is said with a reason, which the reviewer reads. */
function Dismissing({ segment, finding }: { segment: Segment; finding: Finding }) {
  const { t } = useTranslation('translation');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const dismiss = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/segments/{id}/dismissals', {
          params: { path: { id: segment.id } },
          body: { finding: finding.key, reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: sheetKey(segment.editionId) }),
  });
  if (!asking) {
    return (
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('checks.dismiss')}
      </Button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        dismiss.mutate();
      }}
    >
      <Stack gap={4}>
        {dismiss.isError && <ProblemAlert error={dismiss.error} />}
        <TextInput
          size="xs"
          label={t('checks.why')}
          value={reason}
          required
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <Button size="compact-xs" type="submit" loading={dismiss.isPending}>
          {t('checks.dismiss')}
        </Button>
      </Stack>
    </form>
  );
}
