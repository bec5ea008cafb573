import { moneyText, shortDate } from '@upstander/web-kit';
import { ButtonLink } from '../frame/button';
import { usePage } from '../request/page-context';
import type { MyGivingData } from '../giving/queries';

const hasEnded = (status: MyGivingData['recurringGifts'][number]['status']) =>
  status === 'STOPPED' || status === 'EXPIRED';

export function MyRecurringGifts({ recurringGifts }: { recurringGifts: MyGivingData['recurringGifts'] }) {
  const { words, locale } = usePage();
  const t = words.site.recurringGift;
  return (
    <section aria-labelledby="recurring-gifts-heading">
      <h2 id="recurring-gifts-heading">{t.listTitle}</h2>
      <ul className="recurring">
        {recurringGifts.map(({ id, token, status, charged, nextChargeAt, timeZone, campaignTitle }) => (
          <li className="panel" key={id}>
            <p className="shift-title">{campaignTitle}</p>
            <p>
              {t.everyMonth({ amount: moneyText(locale, charged) })}
              {nextChargeAt !== null && `. ${t.nextOn({ date: shortDate(locale, new Date(nextChargeAt), timeZone) })}`}
            </p>
            <p className={status === 'ACTIVE' ? 'badge green' : status === 'PAST_DUE' ? 'badge amber' : 'badge'}>
              {words.enums.recurringGiftStatus[status]}
            </p>
            <p>
              <ButtonLink
                to={`/recurring-gift/${encodeURIComponent(token)}`}
                label={hasEnded(status) ? t.see : t.manage}
                look="quiet"
                aria-label={
                  hasEnded(status) ? t.seeOf({ campaign: campaignTitle }) : t.manageOf({ campaign: campaignTitle })
                }
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
