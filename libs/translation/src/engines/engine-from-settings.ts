import { AzureTranslator } from './adapters/azure.js';
import { ChatModel } from './adapters/chat.js';
import { DeepL } from './adapters/deepl.js';
import { GoogleTranslation } from './adapters/google.js';
import { GoogleToken, serviceAccountSchema } from './adapters/google-token.js';
import { LibreTranslate } from './adapters/libretranslate.js';
import type { Engine } from './engine.js';
import type { EngineSettings } from './settings.js';

/** The settings do not make an engine; the message says what is wrong, and no secret. */
export class BadEngineSettings extends Error {}

/** @throws BadEngineSettings, so that a process does not start with an engine that cannot work */
export function engineFrom(settings: EngineSettings): Engine {
  const { name, key, model, glossary } = settings;
  const url = settings.url?.replace(/\/+$/, '') ?? null;
  switch (name) {
    case 'libretranslate':
      return new LibreTranslate(needed(url, 'ENGINE_URL', name), key);
    case 'chat':
      return new ChatModel({
        url: needed(url, 'ENGINE_URL', name),
        key,
        model: needed(model, 'ENGINE_MODEL', name),
      });
    case 'azure':
      return new AzureTranslator({
        url: url ?? 'https://api.cognitive.microsofttranslator.com',
        key: needed(key, 'ENGINE_KEY', name),
        region: settings.region,
        category: model,
      });
    case 'deepl': {
      const own = needed(key, 'ENGINE_KEY', name);
      const service = own.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com';
      return new DeepL({ url: url ?? service, key: own, glossary });
    }
    case 'google':
      return google(settings, url);
  }
}

/** The key is a service account's file, or a token that somebody else keeps fresh. */
function google(settings: EngineSettings, url: string | null): Engine {
  const { key, model, glossary, region } = settings;
  const given = needed(key, 'ENGINE_KEY', 'google');
  const account = given.trimStart().startsWith('{') ? accountIn(given) : null;
  const project = settings.project ?? account?.project_id ?? null;
  return new GoogleTranslation({
    url: url ?? 'https://translation.googleapis.com',
    project: needed(project, 'ENGINE_PROJECT', 'google'),
    location: region ?? 'global',
    model,
    glossary,
    auth: account ? new GoogleToken(account) : given,
  });
}

function accountIn(text: string) {
  try {
    return serviceAccountSchema.parse(JSON.parse(text));
  } catch {
    throw new BadEngineSettings(
      'ENGINE_KEY begins like the key file of a service account and is none',
    );
  }
}

function needed(value: string | null, variable: string, engine: string): string {
  if (value !== null) return value;
  throw new BadEngineSettings(`${variable} is missing: ENGINE=${engine} needs it`);
}
