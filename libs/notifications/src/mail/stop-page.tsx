import { translate, type Language } from '@desk/languages';
import { Layout, page } from './layout.js';
import { colour } from './look.js';

/** The page that a person sees who follows the link by hand: it asks first, or says how it went. */
export function stopPage(language: Language, at: 'ask' | 'done' | 'invalid'): string {
  const say = (key: string): string => translate(language, `mail:stop.${key}`);
  return page(
    <Layout language={language} title={say('title')} preview="" foot="">
      <h1 style={{ margin: '0 0 12px', fontSize: '20px' }}>{say('title')}</h1>
      <p>{say(at)}</p>
      {at === 'ask' && (
        <form method="post">
          <button
            type="submit"
            style={{
              padding: '12px 24px',
              border: 0,
              borderRadius: '6px',
              backgroundColor: colour.accent,
              color: colour.onAccent,
              font: 'inherit',
              fontWeight: 700,
            }}
          >
            {say('button')}
          </button>
        </form>
      )}
    </Layout>,
  );
}
