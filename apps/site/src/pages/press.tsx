import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Sections } from '../frame/sections';

export const handle: Handle = { cached: true, sheet: 'reading' };

/** Same colors as in the logo and the stylesheets. */
const colors = ['#1f5c4a', '#f3c9a8', '#a2401f', '#fbf8f3'] as const;

export default function Press() {
  const { words, organizationName: organization, contactEmail } = usePage();
  const t = words.site.press;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead({ organization })} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead({ organization })}</p>
      <section>
        <h2>{t.ask}</h2>
        <p>
          {t.askText} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
        <p>
          <ButtonLink to="/contact#write" label={words.site.contact.title} look="quiet" />
        </p>
      </section>
      <section className="prose">
        <h2>{t.who}</h2>
        <h3>{t.inASentence}</h3>
        <blockquote>{t.sentence({ organization })}</blockquote>
        <h3>{t.inAParagraph}</h3>
        <blockquote>{t.paragraph({ organization })}</blockquote>
      </section>
      <section>
        <h2>{t.sign}</h2>
        <p>
          <img src="/favicon.svg" width="96" height="96" alt={t.signAlt} />
        </p>
        <p>{t.signText}</p>
        <ul className="links">
          <li>
            <a href="/favicon.svg" download="logo.svg">
              {t.asSvg}
            </a>
          </li>
          <li>
            <a href="/icon-512.png" download="logo.png">
              {t.asPng}
            </a>
          </li>
        </ul>
        <h3>{t.colors}</h3>
        <ul className="colors">
          {colors.map((color, index) => (
            <li key={color}>
              <svg width="24" height="24" aria-hidden="true">
                <rect width="24" height="24" rx="6" fill={color} stroke="currentColor" strokeOpacity=".3" />
              </svg>{' '}
              {t.colorNames[index]} <code>{color}</code>
            </li>
          ))}
        </ul>
      </section>
      <Sections sections={t.sections} />
    </div>
  );
}
