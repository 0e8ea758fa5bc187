import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommentThreads } from '../comments/comment-threads';
import type { WorkingCopy } from '../transitions/transitions';
import { History } from './history';
import { Properties } from './properties';
import { TasksOfArticle } from './tasks-of-article';
import type { Written } from './use-writing';

const tabs = ['properties', 'history', 'comments', 'tasks'] as const;

/** What belongs to an edition beside its text. */
export function SidePanel({
  copy,
  text,
  onChange,
  before,
}: {
  copy: WorkingCopy;
  text: Written | null;
  onChange: (part: Partial<Written>) => void;
  before: () => Promise<boolean>;
}) {
  const { t } = useTranslation('article');
  return (
    <aside aria-label={t('panel.label')}>
      <Tabs defaultValue={text ? 'properties' : 'history'} keepMounted={false}>
        <Tabs.List grow>
          {tabs
            .filter((tab) => text !== null || tab !== 'properties')
            .map((tab) => (
              <Tabs.Tab key={tab} value={tab} px={8}>
                {t(`panel.${tab}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        {text && (
          <Tabs.Panel value="properties" pt="md">
            <Properties copy={copy} text={text} onChange={onChange} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="history" pt="md">
          <History copy={copy} before={before} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" pt="md">
          <CommentThreads editionId={copy.id} />
        </Tabs.Panel>
        <Tabs.Panel value="tasks" pt="md">
          <TasksOfArticle articleId={copy.articleId} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
