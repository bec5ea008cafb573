import { moneyText, shortDate } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { MyGivingData } from './queries';

/** Nothing of it can be changed any more. */
const ends = (status: MyGivingData['plans'][number]['status']) => status === 'STOPPED' || status === 'EXPIRED';

/** Recurring gifts, each one click away from being changed or stopped. */
export function MyPlans({ plans }: { plans: MyGivingData['plans'] }) {
  const { words, locale } = usePage();
  const t = words.site.giving;
  return (
    <section aria-labelledby="plans-heading">
      <h2 id="plans-heading">{t.plans}</h2>
      <ul className="plans">
        {plans.map(({ id, token, status, charged, nextChargeAt, timeZone, campaignTitle }) => (
          <li className="panel" key={id}>
            <p className="shift-title">{campaignTitle}</p>
            <p>
              {t.planLine({ amount: moneyText(locale, charged) })}
              {nextChargeAt !== null &&
                `. ${t.planNext({ date: shortDate(locale, new Date(nextChargeAt), timeZone) })}`}
            </p>
            <p className={status === 'ACTIVE' ? 'badge green' : status === 'PAST_DUE' ? 'badge amber' : 'badge'}>
              {words.enums.planStatus[status]}
            </p>
            <p>
              <a
                className="button quiet"
                href={`/plan/${encodeURIComponent(token)}`}
                aria-label={
                  ends(status) ? t.planSeeOf({ campaign: campaignTitle }) : t.planManageOf({ campaign: campaignTitle })
                }
              >
                {ends(status) ? t.planSee : t.planManage}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
