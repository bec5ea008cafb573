import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { StatusPanel } from '../frame/status-panel';
import { usePage } from '../request/page-context';

/** A visitor can't tell if the opportunity closed or the link is mistyped, and neither is their fault. */
export function OpportunityGone() {
  const t = usePage().words.site.opportunities;
  return (
    <div className="narrow plain">
      <PageHead title={t.goneTitle} isPersonal isPlain />
      <StatusPanel title={t.goneTitle} text={t.goneText} />
      <p className="actions">
        <ButtonLink to="/opportunities" label={t.back} />
        <ButtonLink to="/reply" label={t.code} look="quiet" />
        <ButtonLink to="/talk" label={t.talk} look="quiet" />
      </p>
    </div>
  );
}
