import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Sections } from '../frame/sections';

export const handle: Handle = { cached: true, sheet: 'reading' };

export default function Accessibility() {
  const { words, contactEmail } = usePage();
  const t = words.site.accessibility;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <Sections sections={t.sections} />
      <section>
        <h2>{t.tellTitle}</h2>
        <p>
          {t.tellText} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
      </section>
    </div>
  );
}
