import { BadEnvironment, readEnvironment } from './environment.js';

const right = {
  NODE_ENV: 'production',
  DATABASE_URL: 'mysql://desk@localhost/desk',
  REDIS_URL: 'redis://localhost',
  SECRET: 'ba mươi hai chữ cái thì mới đủ dài',
};
const read = (
  given: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
) => readEnvironment({ ...right, ...given }, (path) => files[path] ?? '');
const complaint = (given: Readonly<Record<string, string>>): string => {
  try {
    read(given);
  } catch (error) {
    if (error instanceof BadEnvironment) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('the environment', () => {
  it('has no engine unless it is told', () => {
    expect(read({})).toMatchObject({ ENGINE: 'none', ENGINE_REQUESTS_PER_MINUTE: 60 });
  });

  it('takes the key of an engine from a file', () => {
    const given = { ENGINE: 'deepl', ENGINE_KEY_FILE: '/run/secrets/deepl' };
    expect(read(given, { '/run/secrets/deepl': 'khoá:fx\n' })).toMatchObject({
      ENGINE: 'deepl',
      ENGINE_KEY: 'khoá:fx',
    });
  });

  it.each([
    [{ ENGINE: 'deepl' }, '  ENGINE_KEY: is missing, ENGINE=deepl needs it'],
    [{ ENGINE: 'google' }, '  ENGINE_KEY: is missing, ENGINE=google needs it'],
    [{ ENGINE: 'libretranslate' }, '  ENGINE_URL: is missing, ENGINE=libretranslate needs it'],
    [
      { ENGINE: 'chat' },
      '  ENGINE_URL: is missing, ENGINE=chat needs it\n  ENGINE_MODEL: is missing, ENGINE=chat needs it',
    ],
    [
      { ENGINE: 'chat', ENGINE_URL: 'localhost:8080', ENGINE_MODEL: 'm' },
      '  ENGINE_URL: must be an address that begins with http: or https:',
    ],
  ])('names what an engine lacks: %j', (given, lines) => {
    expect(complaint(given)).toBe(`The configuration is not right:\n${lines}`);
  });

  it('knows its engines, and what a number is', () => {
    expect(complaint({ ENGINE: 'babelfish' })).toContain('  ENGINE: Invalid option');
    expect(complaint({ ENGINE_MONTHLY_CHARACTERS: 'nhiều' })).toContain(
      'ENGINE_MONTHLY_CHARACTERS',
    );
    expect(complaint({ ENGINE_MONTHLY_CHARACTERS: '0' })).toContain('ENGINE_MONTHLY_CHARACTERS');
  });
});
