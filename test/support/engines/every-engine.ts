import { engineFrom } from '../../../libs/translation/src/engines/engine-from-settings.js';
import type { EngineSettings } from '../../../libs/translation/src/engines/settings.js';
import type { Engine, EngineName } from '../../../libs/translation/src/engines/engine.js';
import { azure } from './azure.js';
import { chat } from './chat.js';
import { DeepLProtocol } from './deepl.js';
import { EngineServer, type Protocol } from './engine-server.js';
import { GoogleProtocol } from './google.js';
import { libreTranslate } from './libretranslate.js';

/** A server with its protocol, and the settings that lead to it. */
export interface ServedEngine {
  readonly server: EngineServer<Protocol>;
  readonly settings: EngineSettings;
}

const usual: Omit<EngineSettings, 'name'> = {
  url: null,
  key: null,
  model: null,
  project: null,
  region: null,
  glossary: null,
  monthlyCharacters: null,
  requestsPerMinute: 60_000,
  timeoutMs: 2_000,
};

/** Each engine, well configured, with a server of its own on this machine. */
export const everyEngine: Readonly<Record<EngineName, () => Promise<ServedEngine>>> = {
  libretranslate: async () => {
    const server = await EngineServer.open(libreTranslate({ key: 'khoá' }));
    return { server, settings: { ...usual, name: 'libretranslate', url: server.url, key: 'khoá' } };
  },
  google: async () => {
    const protocol = new GoogleProtocol();
    const server = await EngineServer.open(protocol);
    const key = protocol.accountFile(server.url);
    return { server, settings: { ...usual, name: 'google', url: server.url, key } };
  },
  azure: async () => {
    const server = await EngineServer.open(azure('khoa', 'southeastasia'));
    const { url } = server;
    return {
      server,
      settings: { ...usual, name: 'azure', url, key: 'khoa', region: 'southeastasia' },
    };
  },
  deepl: async () => {
    const server = await EngineServer.open(new DeepLProtocol('khoa:fx'));
    return { server, settings: { ...usual, name: 'deepl', url: server.url, key: 'khoa:fx' } };
  },
  chat: async () => {
    const server = await EngineServer.open(chat({ key: 'khoa', model: 'sea-lion' }));
    const url = `${server.url}/v1/`;
    return { server, settings: { ...usual, name: 'chat', url, key: 'khoa', model: 'sea-lion' } };
  },
};

export const engineOf = (
  { settings }: ServedEngine,
  changes: Partial<EngineSettings> = {},
): Engine => engineFrom({ ...settings, ...changes });
