import { Stack, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommentAnchor, WritingReport } from '@desk/contracts';
import type { WorkingCopy } from '../transitions/transitions';
import type { Missing } from './checklist';
import { ChecksPanel } from './checks-panel';
import { CommentsPanel } from './comments-panel';
import type { EditionText } from './edition-text';
import { History } from './history';
import { Properties } from './properties';
import { TasksOfArticle } from './tasks-of-article';
import { WritingPanel, type WritingHands } from './writing-help/writing-panel';

/** What the panels may do with a text that is being written. */
export interface WrittenBeside {
  readonly text: EditionText;
  readonly change: (part: Partial<EditionText>) => void;
  readonly flush: () => Promise<boolean>;
  readonly goToMissing: (missing: Missing) => void;
  readonly goToComment: (anchor: CommentAnchor) => void;
  readonly report: WritingReport | undefined;
  /** The words cannot be looked through at present. */
  readonly reportFailed: boolean;
  readonly hands: WritingHands;
}

const all = ['properties', 'checks', 'comments', 'history', 'tasks'] as const;
const forReaders = ['comments', 'history', 'tasks'] as const;

/** What belongs to an edition beside its text. */
export function SidePanel({
  copy,
  writing,
  chosen,
}: {
  copy: WorkingCopy;
  /** Null: it is read. */
  writing: WrittenBeside | null;
  /** The words that are chosen in the text. */
  chosen: CommentAnchor | null;
}) {
  const { t } = useTranslation('article');
  const tabs = writing ? all : forReaders;
  return (
    <aside aria-label={t('panel.label')}>
      <Tabs defaultValue={tabs[0]} keepMounted={false}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} px="xs">
              {t(`panel.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {writing && (
          <>
            <Tabs.Panel value="properties" pt="md">
              <Properties copy={copy} text={writing.text} onChange={writing.change} />
            </Tabs.Panel>
            <Tabs.Panel value="checks" pt="md">
              <Stack gap="lg">
                <ChecksPanel
                  text={writing.text}
                  language={copy.language}
                  onGoTo={writing.goToMissing}
                />
                <WritingPanel
                  editionId={copy.id}
                  language={copy.language}
                  report={writing.report}
                  failed={writing.reportFailed}
                  hands={writing.hands}
                />
              </Stack>
            </Tabs.Panel>
          </>
        )}
        <Tabs.Panel value="comments" pt="md">
          <CommentsPanel
            editionId={copy.id}
            chosen={chosen}
            {...(writing && { onGoTo: writing.goToComment })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <History
            copy={copy}
            whyNoRestore={writing ? null : t('history.notNow')}
            before={writing ? writing.flush : () => Promise.resolve(false)}
          />
        </Tabs.Panel>
        <Tabs.Panel value="tasks" pt="md">
          <TasksOfArticle articleId={copy.articleId} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
