import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { Sections } from '../frame/sections';
import { usePage } from '../request/page-context';
import { IfPage } from '../request/features';

export default function UsingThisSite() {
  const { words } = usePage();
  const t = words.site.safety;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead} isPlain />
      <h1>{t.heading}</h1>
      <p className="lead">{t.lead}</p>
      <Sections sections={t.sections} />
      <section>
        <h2>{t.talkTitle}</h2>
        <p>{t.talkText}</p>
        <p className="actions">
          <ButtonLink to="/help" label={words.frame.getHelp} icon="phone" />
          <IfPage path="/opportunities">
            <ButtonLink to="/opportunities" label={t.backToOffers} look="quiet" />
          </IfPage>
        </p>
      </section>
    </div>
  );
}
