import type { ComponentChildren } from 'preact';
import { translate } from '@desk/languages';
import { archiveAddress, feedAddress, searchAddress } from './addresses.js';
import type { Frame } from './frame.js';

/** The foot of every page: who is responsible and how to reach them. */
export function Footer({ frame }: { frame: Frame }) {
  const { site, language } = frame;
  const { name, portal, responsible, address, telephone, fax, email } = site.organisation;
  const says = (key: string) => translate(language, `portal:footer.${key}`);
  return (
    <footer class="footer">
      <div class="wrap footer-columns">
        <div>
          <p class="footer-name">{name[language]}</p>
          <p class="footer-kind">© {portal[language]}</p>
          <ul class="footer-links">
            <li>
              <a href={archiveAddress(language)}>{translate(language, 'portal:archive.title')}</a>
            </li>
            <li>
              <a href={searchAddress(language)}>{translate(language, 'portal:search.title')}</a>
            </li>
            {(['atom', 'rss', 'json'] as const).map((form) => (
              <li>
                <a href={feedAddress(language, form)}>
                  {translate(language, `portal:feeds.${form}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
        <dl class="contact" aria-label={says('about')}>
          <Fact name={says('responsible')}>{responsible[language]}</Fact>
          <Fact name={says('address')}>{address[language]}</Fact>
          <Fact name={says('telephone')}>
            <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a>
          </Fact>
          {fax && <Fact name={says('fax')}>{fax}</Fact>}
          <Fact name={says('email')}>
            <a href={`mailto:${email}`}>{email}</a>
          </Fact>
        </dl>
      </div>
    </footer>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
