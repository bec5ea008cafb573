import { dayAndTime, moneyText, zoneName } from '@upstander/web-kit';
import { ownFile } from '../frame/own-file';
import { isZeroAmount } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyGiftData } from './queries';

/** Calls a gift paid only if it was. */
function useSumLabel({ frequency, paidAt }: MyGiftData): string {
  const t = usePage().words.site.thanks;
  if (frequency === 'MONTHLY') return paidAt === null ? t.totalMonthly : t.chargedMonthly;
  return paidAt === null ? t.total : t.charged;
}

export function GiftSummary({ gift }: { gift: MyGiftData }) {
  const { words, locale } = usePage();
  const t = words.site.thanks;
  const sumLabel = useSumLabel(gift);
  const receipt = ownFile(gift.receipt?.pdfUrl);
  return (
    <section className="panel" aria-labelledby="summary-heading">
      <h2 id="summary-heading">{t.summary}</h2>
      <p className="shift-title">
        <a href={`/fundraisers/${gift.campaignSlug}`}>{gift.campaignTitle}</a>
      </p>
      <table className="sums">
        <tbody>
          <tr>
            <th scope="row">{t.gift}</th>
            <td>{moneyText(locale, gift.intended)}</td>
          </tr>
          {!isZeroAmount(gift.cover) && (
            <tr>
              <th scope="row">{t.cover}</th>
              <td>{moneyText(locale, gift.cover)}</td>
            </tr>
          )}
          <tr className="sum">
            <th scope="row">{sumLabel}</th>
            <td>{moneyText(locale, gift.charged)}</td>
          </tr>
        </tbody>
      </table>
      <dl className="pairs">
        {gift.paidAt !== null && (
          <div>
            <dt>{t.paidAt}</dt>
            <dd>{`${dayAndTime(locale, new Date(gift.paidAt), gift.timeZone)} (${zoneName(locale, gift.timeZone, new Date(gift.paidAt))})`}</dd>
          </div>
        )}
        <div>
          <dt>{t.shownAs}</dt>
          <dd>{t.shownNames[gift.display]}</dd>
        </div>
        {gift.dedication !== null && (
          <div>
            <dt>{gift.dedication.kind === 'HONOUR' ? t.honour : t.memory}</dt>
            <dd>{gift.dedication.honoree}</dd>
          </div>
        )}
        {gift.paidAt !== null && (
          <div>
            <dt>{t.receipt}</dt>
            <dd>
              {gift.receipt === null || receipt === undefined ? (
                t.receiptSoon
              ) : (
                <a href={receipt}>{t.receiptLink({ number: gift.receipt.number })}</a>
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
