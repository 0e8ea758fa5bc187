import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '@desk/languages';
import { colour, look } from './look.js';

interface LayoutProps {
  readonly language: Language;
  readonly title: string;
  /** Shown by mail programs beside the subject; hidden in the letter itself. */
  readonly preview: string;
  readonly foot: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The letter paper of all e-mails: one column, inline styles, works without pictures. */
export function Layout({ language, title, preview, foot, children }: LayoutProps): JSX.Element {
  const { fontFamily, fontSize, lineHeight } = look[language];
  const text = { fontFamily, fontSize, lineHeight, color: colour.ink };
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: colour.ground, ...text }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <table
          role="presentation"
          width="100%"
          cellPadding="0"
          cellSpacing="0"
          style={{ backgroundColor: colour.ground }}
        >
          <tr>
            <td align="center" style={{ padding: '24px 12px' }}>
              <table
                role="presentation"
                width="100%"
                cellPadding="0"
                cellSpacing="0"
                style={{
                  maxWidth: '600px',
                  backgroundColor: colour.paper,
                  border: `1px solid ${colour.line}`,
                  borderRadius: '8px',
                }}
              >
                <tr>
                  <td
                    style={{
                      padding: '20px 28px',
                      borderBottom: `3px solid ${colour.accent}`,
                      fontWeight: 700,
                      color: colour.accent,
                      fontFamily,
                    }}
                  >
                    Mekong Desk
                  </td>
                </tr>
                <tr>
                  <td lang={language} style={{ padding: '24px 28px', textAlign: 'left', ...text }}>
                    {children}
                  </td>
                </tr>
                <tr>
                  <td
                    lang={language}
                    style={{
                      padding: '16px 28px 24px',
                      borderTop: `1px solid ${colour.line}`,
                      textAlign: 'left',
                      ...text,
                      fontSize: '14px',
                      color: colour.quiet,
                    }}
                  >
                    {foot}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

interface ButtonProps {
  readonly language: Language;
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link big enough for a thumb. */
export const Button = ({ language, href, children }: ButtonProps): JSX.Element => (
  <p style={{ margin: '24px 0 8px' }}>
    <a
      href={href}
      style={{
        display: 'inline-block',
        padding: '12px 24px',
        borderRadius: '6px',
        backgroundColor: colour.accent,
        color: colour.onAccent,
        fontFamily: look[language].fontFamily,
        fontWeight: 700,
        textDecoration: 'none',
      }}
    >
      {children}
    </a>
  </p>
);

/** What somebody wrote. */
export const Quote = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <blockquote
    style={{
      margin: '12px 0',
      padding: '4px 0 4px 14px',
      borderLeft: `4px solid ${colour.line}`,
      color: colour.ink,
    }}
  >
    {children}
  </blockquote>
);

export const QuietLink = ({
  href,
  children,
}: {
  href: string;
  children: ComponentChildren;
}): JSX.Element => (
  <a href={href} style={{ color: colour.accent }}>
    {children}
  </a>
);

/** The whole page as text. Everything that comes from outside is escaped by the renderer. */
export const page = (letter: JSX.Element): string => `<!doctype html>${renderToString(letter)}`;
