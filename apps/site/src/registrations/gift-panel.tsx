import { moneyText } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import { AmountText, textOfAmount } from '../campaigns/suggested-amounts';
import { ButtonLink } from '../frame/button';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { GiftCampaign, type GiftCampaignData } from './queries';

/** Returns the fundraiser to offer after a registration; null if there is none, it has ended, or it can't be read. */
export async function findGiftCampaign(
  context: Parameters<typeof queryApi>[0] & Pick<SiteContext, 'report'>,
  id: string | null,
): Promise<GiftCampaignData | null> {
  if (id === null) return null;
  try {
    const { campaigns } = await queryApi(context, GiftCampaign, { id });
    return campaigns.edges[0]?.node ?? null;
  } catch (error) {
    context.report(error);
    return null;
  }
}

/** Leads to the giving page, with an amount chosen. */
export function GiftPanel({ campaign }: { campaign: GiftCampaignData }) {
  const { words, locale } = usePage();
  const t = words.site.registration.gift;
  const giveUrl = `/fundraisers/${campaign.slug}/give`;
  return (
    <section className="panel" aria-labelledby="gift">
      <h2 id="gift">{t.title}</h2>
      <p lang={campaign.language === locale ? undefined : campaign.language}>
        <b>{campaign.title}</b>
      </p>
      <p>{t.text}</p>
      {campaign.suggestedAmounts.length > 0 && (
        <ul className="what-it-does">
          {campaign.suggestedAmounts.map(({ amountMinor }) => {
            const money = { amountMinor, currency: campaign.currency };
            return (
              <li key={amountMinor}>
                <a href={`${giveUrl}?amount=${amountMinor}`}>
                  <b>{moneyText(locale, money, { short: true })}</b>
                  <AmountText text={textOfAmount(campaign, money, locale)} />
                </a>
              </li>
            );
          })}
        </ul>
      )}
      <p>
        <ButtonLink to={giveUrl} label={t.button} />
      </p>
    </section>
  );
}
