import { GoogleProtocol } from '../../../../test/support/engines/google.js';
import { BadEngineSettings, engineFrom } from './engine-from-settings.js';
import type { EngineSettings } from './settings.js';

const bare: Omit<EngineSettings, 'name'> = {
  url: null,
  key: null,
  model: null,
  project: null,
  region: null,
  glossary: null,
  monthlyCharacters: null,
  requestsPerMinute: 60,
  timeoutMs: 30_000,
};
const complaint = (settings: Pick<EngineSettings, 'name'> & Partial<EngineSettings>): string => {
  try {
    engineFrom({ ...bare, ...settings });
  } catch (error) {
    if (error instanceof BadEngineSettings) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('an engine from its settings', () => {
  it('is the one that is named', () => {
    const google = new GoogleProtocol().accountFile('http://127.0.0.1');
    const all: (Pick<EngineSettings, 'name'> & Partial<EngineSettings>)[] = [
      { name: 'libretranslate', url: 'http://127.0.0.1:5000' },
      { name: 'google', key: google },
      { name: 'google', key: 'ya29.token', project: 'toa-soan' },
      { name: 'azure', key: 'k' },
      { name: 'deepl', key: 'k:fx' },
      { name: 'chat', url: 'http://127.0.0.1:8080/v1', model: 'm' },
    ];
    for (const one of all) expect(engineFrom({ ...bare, ...one }).name).toBe(one.name);
  });

  it.each([
    [{ name: 'libretranslate' } as const, 'ENGINE_URL is missing: ENGINE=libretranslate needs it'],
    [{ name: 'chat', url: 'http://x' } as const, 'ENGINE_MODEL is missing: ENGINE=chat needs it'],
    [{ name: 'azure' } as const, 'ENGINE_KEY is missing: ENGINE=azure needs it'],
    [{ name: 'deepl' } as const, 'ENGINE_KEY is missing: ENGINE=deepl needs it'],
    [
      { name: 'google', key: 'ya29.token' } as const,
      'ENGINE_PROJECT is missing: ENGINE=google needs it',
    ],
  ])('says what is missing: %j', (settings, message) => {
    expect(complaint(settings)).toBe(message);
  });

  it.each(['{"private_key": "bí mật"}', '{"private_key": "bí mật"', '{}'])(
    'says that a key file is none, and nothing of what is in it: %s',
    (key) => {
      expect(complaint({ name: 'google', key })).toBe(
        'ENGINE_KEY begins like the key file of a service account and is none',
      );
    },
  );
});
