import { moneyText, type Locale, type MoneyValue } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { CampaignData } from './queries';

type CampaignAmounts = Pick<CampaignData, 'suggestedAmounts'>;

/** Text about what an amount pays for, in the page's language if available; `lang` is set if it's in the other one. */
interface AmountDescription {
  text: string;
  lang?: Locale;
}

export function textOfAmount(
  { suggestedAmounts }: CampaignAmounts,
  { amountMinor }: MoneyValue,
  locale: Locale,
): AmountDescription | null {
  const suggestion = suggestedAmounts.find((candidate) => String(candidate.amountMinor) === String(amountMinor));
  if (!suggestion) return null;
  const [ownText, otherText] =
    locale === 'es' ? [suggestion.textEs, suggestion.text] : [suggestion.text, suggestion.textEs];
  return ownText === '' ? { text: otherText, lang: locale === 'es' ? 'en' : 'es' } : { text: ownText };
}

export function AmountText({ text: description }: { text: AmountDescription | null }) {
  return description && <span lang={description.lang}>{description.text}</span>;
}

export function SuggestedAmounts({
  campaign,
}: {
  campaign: CampaignAmounts & Pick<CampaignData, 'slug' | 'currency'>;
}) {
  const { words, locale } = usePage();
  const t = words.site.campaign;
  if (campaign.suggestedAmounts.length === 0) return null;
  return (
    <>
      <h3 id="amounts-heading">{t.whatItDoes}</h3>
      <ul className="what-it-does" aria-labelledby="amounts-heading">
        {campaign.suggestedAmounts.map(({ amountMinor }) => {
          const money = { amountMinor, currency: campaign.currency };
          return (
            <li key={amountMinor}>
              <a href={`/fundraisers/${campaign.slug}/give?amount=${amountMinor}`}>
                <b>{moneyText(locale, money, { short: true })}</b>
                <AmountText text={textOfAmount(campaign, money, locale)} />
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
