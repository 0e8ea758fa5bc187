import { Badge, Group, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDotted,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Segment } from './sheet';
import { SourceText, TargetText } from './written-text';
import classes from './translation.module.css';

const icons = {
  untranslated: IconCircleDotted,
  draft: IconCircle,
  confirmed: IconCircleCheckFilled,
} as const;

interface RowProps {
  readonly segment: Segment;
  readonly from: Language;
  readonly into: Language;
  readonly current: boolean;
  readonly onOpen: (segment: Segment) => void;
  /** What stands in the target's place while it is worked on. */
  readonly children?: ReactNode;
}

/** One segment: where it stands, its source, its target. */
export const SegmentRow = memo(function SegmentRow({
  segment,
  from,
  into,
  current,
  onOpen,
  children,
}: RowProps) {
  const { t } = useTranslation('translation');
  const StatusIcon = icons[segment.status];
  const heavy = segment.findings.filter(
    ({ severity, dismissal }) => severity !== 'note' && dismissal === null,
  );
  return (
    <div
      className={classes.row}
      data-current={current || undefined}
      role="group"
      aria-label={t('segment', { number: segment.position + 1 })}
    >
      <Stack gap={2} align="center" pt={6}>
        <Text size="xs" c="var(--desk-quiet)">
          {segment.position + 1}
        </Text>
        <Tooltip label={t(`status.${segment.status}`)}>
          <StatusIcon
            size={16}
            role="img"
            aria-label={t(`status.${segment.status}`)}
            color={segment.status === 'confirmed' ? 'var(--desk-accent)' : 'var(--desk-quiet)'}
          />
        </Tooltip>
        {segment.doubtful && (
          <Tooltip label={t('doubtful')}>
            <IconHelpCircleFilled
              size={16}
              role="img"
              aria-label={t('doubtful')}
              color="var(--mantine-color-violet-6)"
            />
          </Tooltip>
        )}
        {heavy.length > 0 && (
          <Tooltip label={heavy.map(({ message }) => message).join(' ')}>
            <IconAlertTriangle
              size={16}
              role="img"
              aria-label={t('findings', { count: heavy.length })}
              color="var(--mantine-color-orange-7)"
            />
          </Tooltip>
        )}
      </Stack>
      <div className={classes.cell}>
        <Text component="div" py={6} fw={segment.kind === 'title' ? 600 : undefined}>
          <SourceText language={from} written={segment.source} terms={segment.terms} />
        </Text>
        <Badges segment={segment} />
      </div>
      <div className={classes.cell}>
        {children ?? (
          <UnstyledButton
            className={classes.target}
            lang={into}
            aria-label={t('openSegment', {
              number: segment.position + 1,
              text: plainText(segment.target).slice(0, 80),
            })}
            onClick={() => {
              onOpen(segment);
            }}
          >
            <TargetText language={into} written={segment.target} findings={segment.findings} />
          </UnstyledButton>
        )}
      </div>
    </div>
  );
});

/** Where the target came from, and whether the source has changed under it. */
function Badges({ segment }: { segment: Segment }) {
  const { t } = useTranslation('translation');
  const { origin, matchScore, previousSource, kind, status } = segment;
  const suggested = origin === 'engine' && status !== 'confirmed';
  const shown = [
    ...(kind === 'paragraph'
      ? []
      : [{ key: 'kind', label: t(`kinds.${kindOf(kind)}`), color: 'gray' }]),
    ...(previousSource === null
      ? []
      : [{ key: 'changed', label: t('sourceChanged'), color: 'orange' }]),
    ...(suggested ? [{ key: 'engine', label: t('origins.engine'), color: 'violet' }] : []),
    ...(origin === 'memory' && status !== 'confirmed'
      ? [{ key: 'memory', label: t('origins.memory', { score: matchScore ?? 0 }), color: 'blue' }]
      : []),
  ];
  if (shown.length === 0) return null;
  return (
    <Group gap={4} pb={4}>
      {shown.map(({ key, label, color }) => (
        <Badge key={key} color={color} size="sm" variant="light">
          {label}
        </Badge>
      ))}
    </Group>
  );
}

const kinds = [
  'title',
  'summary',
  'seo_title',
  'seo_description',
  'heading',
  'caption',
  'alt',
  'credit',
  'cell',
  'list_item',
  'footnote',
  'embed_title',
  'link_title',
] as const;

/** The kinds that are told apart for people. */
const kindOf = (kind: string): (typeof kinds)[number] | 'paragraph' =>
  kinds.find((one) => one === kind) ?? 'paragraph';
