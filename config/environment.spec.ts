import { BadEnvironment, readEnvironment } from './environment.js';
import { storageSettings } from './storage-settings.js';

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

describe('where media are kept', () => {
  it('is a folder, and a bucket where one is named', () => {
    expect(storageSettings(read({}))).toEqual({ folder: '.data/media', bucket: null });
    const given = {
      MEDIA_BUCKET: 'toa-soan',
      MEDIA_BUCKET_ENDPOINT: 'https://s3.huunghi.example',
      MEDIA_BUCKET_KEY: 'k',
      MEDIA_BUCKET_SECRET_FILE: '/run/secrets/bucket',
      MEDIA_BUCKET_PREFIX: 'media/',
    };
    const { bucket } = storageSettings(read(given, { '/run/secrets/bucket': 's\n' }));
    expect(bucket).toEqual({
      bucket: 'toa-soan',
      endpoint: 'https://s3.huunghi.example',
      region: 'us-east-1',
      credentials: { accessKeyId: 'k', secretAccessKey: 's' },
      prefix: 'media/',
    });
  });

  it('takes the credentials of the machine when it is told none', () => {
    expect(storageSettings(read({ MEDIA_BUCKET: 'toa-soan' })).bucket).toMatchObject({
      endpoint: null,
      credentials: null,
    });
  });

  it('names what is wrong', () => {
    expect(complaint({ MEDIA_BUCKET_PREFIX: '/etc' })).toContain('MEDIA_BUCKET_PREFIX');
    expect(complaint({ MEDIA_BUCKET_ENDPOINT: 'ftp://x' })).toContain('MEDIA_BUCKET_ENDPOINT');
    expect(complaint({ MEDIA_BUCKET: 'toa-soan', MEDIA_BUCKET_KEY: 'k' })).toContain(
      'MEDIA_BUCKET_SECRET: is missing, MEDIA_BUCKET_KEY needs it',
    );
  });
});

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
