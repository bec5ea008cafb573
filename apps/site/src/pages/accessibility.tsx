import { ButtonLink } from '../frame/button';
import { Landing, ListFolds, withIcons } from '../frame/landing';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';

export const handle: Handle = { cached: true, sheet: 'front' };

export default function Accessibility() {
  const { words, contactEmail } = usePage();
  const t = words.site.accessibility;
  return (
    <>
      <PageHead title={t.title} description={t.lead} />
      <Landing
        title={t.title}
        lead={t.lead}
        drawing="accessibility"
        actions={
          <p className="actions">
            <ButtonLink to="/contact#write" label={t.begin} look="large" arrow />
          </p>
        }
        facts={withIcons(t.facts, ['check', 'access', 'search'])}
        steps={{ title: t.how, items: t.steps }}
      >
        <ListFolds title={t.details} lists={t.sections} />
        <section className="narrow">
          <h2>{t.tellTitle}</h2>
          <p>
            {t.tellText} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          </p>
        </section>
      </Landing>
    </>
  );
}
