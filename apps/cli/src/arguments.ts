import { parseArgs } from 'node:util';

/** What a command was called with: words that name it and options. */
export interface Given {
  readonly words: readonly string[];
  option(name: string): string | undefined;
  flag(name: string): boolean;
}

/** A command that was called in a way it cannot be; told without a stack trace. */
export class Misused extends Error {}

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** @throws Misused for an option that no command knows */
export function given(args: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    const all = new Map<string, string | boolean | undefined>(Object.entries(values));
    return {
      words: positionals,
      option: (name) => {
        const value = all.get(name);
        return typeof value === 'string' ? value : undefined;
      },
      flag: (name) => all.get(name) === true,
    };
  } catch (error) {
    throw new Misused(error instanceof Error ? error.message : String(error));
  }
}
