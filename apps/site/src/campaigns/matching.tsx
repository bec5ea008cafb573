import { dayAndTime, zoneName } from '@upstander/web-kit';
import { usualAmountOf } from '../money/amounts';
import { headlineMoney, isZeroAmount } from '../money/money-format';
import { usePage } from '../request/page-context';
import { matchAmount } from './match-amount';
import type { CampaignData } from './queries';

export function Matching({ campaign }: { campaign: Pick<CampaignData, 'matching' | 'timeZone' | 'currency'> }) {
  const page = usePage();
  const { words, locale } = page;
  const t = words.site.campaign;
  const openMatches = campaign.matching.filter(
    ({ remaining, endsAt }) => !isZeroAmount(remaining) && !page.isPast(endsAt),
  );
  const usual = usualAmountOf(campaign.currency);
  const added = matchAmount(usual, campaign.matching, (at) => page.isPast(at));
  const total = { amountMinor: String(BigInt(usual.amountMinor) + added), currency: campaign.currency };
  return (
    <>
      {added > 0n && (
        <p className="becomes">
          <b>{t.becomes({ amount: headlineMoney(locale, usual), total: headlineMoney(locale, total) })}</b>
        </p>
      )}
      {openMatches.map(({ id, sponsorName, ratioPercent, cap, remaining, endsAt }) => {
        const endDate = new Date(endsAt);
        const endText = `${dayAndTime(locale, endDate, campaign.timeZone)} (${zoneName(locale, campaign.timeZone, endDate)})`;
        return (
          <div className="match" key={id}>
            <p>
              <b>{t.matchTitle({ ratio: t.matchRatio({ percent: ratioPercent }) })}</b>
            </p>
            <p>
              {sponsorName === null ? t.matchHidden : t.matchBy({ name: sponsorName })}{' '}
              {t.matchLeft({ left: headlineMoney(locale, remaining), cap: headlineMoney(locale, cap) })}{' '}
              {t.matchUntil({ date: endText })}
            </p>
          </div>
        );
      })}
    </>
  );
}
