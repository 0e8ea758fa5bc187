import { translate, type Language } from '@desk/languages';

interface Props {
  readonly language: Language;
  /** The list's address without a place. */
  readonly address: string;
  /** The place where the older ones begin; null when there are none. */
  readonly older: string | null;
  /** Whether this page itself begins at a place. */
  readonly further?: boolean;
}

/** The way through a list: to what is older, and back to its beginning. */
export function Older({ language, address, older, further = false }: Props) {
  if (older === null && !further) return null;
  return (
    <nav class="older" aria-label={translate(language, 'portal:list.older')}>
      {further && <a href={address}>{translate(language, 'portal:list.newest')}</a>}
      {older !== null && (
        <a class="older-next" rel="next" href={`${address}?before=${older}`}>
          {translate(language, 'portal:list.older')}
        </a>
      )}
    </nav>
  );
}
