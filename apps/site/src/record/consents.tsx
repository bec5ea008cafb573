import { shortDate } from '@upstander/web-kit';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import type { ConsentData } from './queries';
import { RecordForm } from './record-form';

/** Lists the shared details, the recipient and the end of each consent. */
export function Consents({ code, consents }: { code: string; consents: readonly ConsentData[] }) {
  const t = usePage().words.site.record;
  if (consents.length === 0) return null;
  return (
    <section aria-labelledby="consents-heading">
      <h2 id="consents-heading">{t.consents}</h2>
      {consents.map((consent) => (
        <Consent key={consent.id} code={code} consent={consent} />
      ))}
    </section>
  );
}

function Consent({ code, consent }: { code: string; consent: ConsentData }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.record;
  const { id, businessName, shares, state } = consent;
  if (state === 'EXPIRED') return <p className="small">{t.expired({ business: businessName })}</p>;
  if (state === 'REVOKED') return <p className="small">{t.revoked({ business: businessName })}</p>;
  const proposed = state === 'PROPOSED';
  return (
    <div className="panel consent">
      <h3>{proposed ? t.ask({ business: businessName }) : t.live({ business: businessName })}</h3>
      <blockquote className="as-typed">{shares}</blockquote>
      <p>{t.until({ date: shortDate(locale, new Date(consent.expiresAt), timeZone) })}</p>
      {proposed && <p className="small">{t.free}</p>}
      <RecordForm code={code}>
        <input type="hidden" name="consent" value={id} />
        <p className="actions">
          {proposed && <SubmitButton action="give" label={t.yes} />}
          <SubmitButton action="revoke" label={proposed ? t.no : t.revoke} look="quiet" />
        </p>
      </RecordForm>
    </div>
  );
}
