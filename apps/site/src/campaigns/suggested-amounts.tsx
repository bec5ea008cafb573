import { moneyText, type Locale, type MoneyValue } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { CampaignData } from './queries';

type Suggested = Pick<CampaignData, 'suggestedAmounts'>;

/** Text about what an amount pays for, in the page's language if available; `lang` is set if it's in the other one. */
interface AmountDescription {
  text: string;
  lang?: Locale;
}

export function textOfAmount(
  { suggestedAmounts }: Suggested,
  { amountMinor }: MoneyValue,
  locale: Locale,
): AmountDescription | null {
  const found = suggestedAmounts.find((one) => String(one.amountMinor) === String(amountMinor));
  if (!found) return null;
  const [own, other] = locale === 'es' ? [found.textEs, found.text] : [found.text, found.textEs];
  return own === '' ? { text: other, lang: locale === 'es' ? 'en' : 'es' } : { text: own };
}

export function AmountText({ text: description }: { text: AmountDescription | null }) {
  return description && <span lang={description.lang}>{description.text}</span>;
}

/** Lists what amounts pay for. Each links to the form with that amount. */
export function SuggestedAmounts({ campaign }: { campaign: Suggested & Pick<CampaignData, 'slug' | 'currency'> }) {
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
