import { ButtonLink } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { StatusPanel } from '../frame/status-panel';
import { usePage } from '../request/page-context';

/** A visitor can't tell if the opportunity closed or the link is mistyped, and neither is their fault. */
export function OpportunityGone() {
  const t = usePage().words.site.opportunities;
  return (
    <PersonalPage title={t.goneTitle} heading={null} className="narrow plain" isPlain>
      <StatusPanel title={t.goneTitle} text={t.goneText} />
      <p className="actions">
        <ButtonLink to="/opportunities" label={t.back} />
        <ButtonLink to="/reply" label={t.code} look="quiet" />
        <ButtonLink to="/talk" label={t.talk} look="quiet" />
      </p>
    </PersonalPage>
  );
}
