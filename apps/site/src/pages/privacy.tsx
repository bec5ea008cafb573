import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { useHasPage } from '../request/features';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Sections } from '../frame/sections';

export const handle: Handle = { cached: true, sheet: 'reading' };

/** Pages that some sections are about, by position in the text. */
const pageOfSection: Readonly<Record<number, string>> = { 2: '/give', 4: '/talk' };

export default function Privacy() {
  const { words, organizationName } = usePage();
  const hasPage = useHasPage();
  const t = words.site.privacy;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead({ organization: organizationName })} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead({ organization: organizationName })}</p>
      <Sections sections={t.sections.filter((_, index) => hasPage(pageOfSection[index] ?? '/'))} />
      <p className="actions">
        <ButtonLink to="/my-data" label={t.myData} look="quiet" />
      </p>
    </div>
  );
}
