import { ButtonLink } from '../frame/button';
import { usePage } from '../request/page-context';
import type { RecordData } from './queries';

/** Never gives the reason. */
export function OpportunityChangedNote({ record }: { record: RecordData }) {
  const { words } = usePage();
  const { opportunityState: state, status } = record;
  if (state === null || state === 'OPEN' || status === 'CLOSED') return null;
  const t = words.site.record.changed[state];
  const next = words.site.record.changedNext;
  return (
    <section className="panel" aria-labelledby="changed-heading">
      <h2 id="changed-heading">{t.title}</h2>
      <p>{t.text}</p>
      {status === 'INTRODUCED' && <p>{t.shared}</p>}
      <h3>{next.title}</h3>
      <p>{next.write}</p>
      {state === 'BUSINESS_PAUSED' && status === 'INTRODUCED' && <p>{next.unsafe}</p>}
      <p className="actions">
        {state === 'BUSINESS_PAUSED' && status === 'INTRODUCED' && (
          <ButtonLink to="/help" label={next.help} look="quiet" />
        )}
        <ButtonLink to="/opportunities" label={next.others} look="quiet" icon="search" />
      </p>
    </section>
  );
}
