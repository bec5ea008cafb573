import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Sections } from '../frame/sections';

export const handle: Handle = { cached: true, sheet: 'reading' };

export default function Privacy() {
  const { words, organizationName } = usePage();
  const t = words.site.privacy;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead({ organization: organizationName })} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead({ organization: organizationName })}</p>
      <Sections sections={t.sections} />
      <p className="actions">
        <a className="button quiet" href="/my-data">
          {t.myData}
        </a>
      </p>
    </div>
  );
}
