import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';

export const handle: Handle = { cached: true };

export default function Privacy() {
  const { words, organisationName } = usePage();
  const t = words.site.privacy;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead({ organisation: organisationName })} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead({ organisation: organisationName })}</p>
      {t.sections.map(({ title, items }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul className="prose">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
