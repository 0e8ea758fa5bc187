import type { Environment } from './environment.js';

/** What the environment says of the translation engine; null: there is none. */
export function engineSettings(environment: Environment) {
  const { ENGINE: name } = environment;
  if (name === 'none') return null;
  return {
    name,
    url: environment.ENGINE_URL ?? null,
    key: environment.ENGINE_KEY ?? null,
    model: environment.ENGINE_MODEL ?? null,
    project: environment.ENGINE_PROJECT ?? null,
    region: environment.ENGINE_REGION ?? null,
    glossary: environment.ENGINE_GLOSSARY ?? null,
    monthlyCharacters: environment.ENGINE_MONTHLY_CHARACTERS ?? null,
    requestsPerMinute: environment.ENGINE_REQUESTS_PER_MINUTE,
    timeoutMs: environment.ENGINE_TIMEOUT_SECONDS * 1_000,
  };
}
