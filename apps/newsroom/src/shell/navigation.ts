import {
  IconBell,
  IconBook2,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconDatabase,
  IconFileImport,
  IconHistory,
  IconKey,
  IconLayoutGrid,
  IconListCheck,
  IconRobot,
  IconSun,
  IconUsers,
  IconWebhook,
  IconTool,
  IconAbc,
  type Icon,
} from '@tabler/icons-react';

/** A place of the newsroom; `needs`: a permission without which it is not offered. */
export interface Place {
  readonly to: string;
  readonly name: string;
  readonly icon: Icon;
  readonly needs?: string;
}

export const places = {
  work: [
    { to: '/', name: 'today', icon: IconSun },
    { to: '/board', name: 'board', icon: IconLayoutGrid },
    { to: '/queue', name: 'queue', icon: IconListCheck },
    { to: '/releases', name: 'releases', icon: IconCalendarEvent },
    { to: '/inbox', name: 'inbox', icon: IconBell },
  ],
  language: [
    { to: '/memory', name: 'memory', icon: IconDatabase, needs: 'memory.read' },
    { to: '/glossary', name: 'glossary', icon: IconBook2, needs: 'glossary.read' },
    { to: '/imports', name: 'imports', icon: IconFileImport, needs: 'memory.manage' },
  ],
  administration: [
    { to: '/admin/people', name: 'people', icon: IconUsers, needs: 'people.manage' },
    {
      to: '/admin/sections',
      name: 'sections',
      icon: IconBuildingCommunity,
      needs: 'section.manage',
    },
    {
      to: '/admin/sentence-rules',
      name: 'sentenceRules',
      icon: IconAbc,
      needs: 'sentence_rules.manage',
    },
    { to: '/admin/engines', name: 'engines', icon: IconRobot, needs: 'engines.read' },
    { to: '/admin/webhooks', name: 'webhooks', icon: IconWebhook, needs: 'webhook.manage' },
    { to: '/admin/jobs', name: 'jobs', icon: IconTool, needs: 'jobs.manage' },
    { to: '/tokens', name: 'tokens', icon: IconKey },
    { to: '/journal', name: 'journal', icon: IconHistory, needs: 'journal.read' },
  ],
} as const satisfies Record<string, readonly Place[]>;
