import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { presetAmounts } from '../money/amounts';
import { addFeeCover } from '../money/fee-cover';
import { rateText } from '../money/money-format';
import { usePage } from '../request/page-context';
import { amountOf, type GiveValues } from './give-values';
import type { GiveData } from './queries';

/**
 * Offers to cover the fee, never preselected, with the exact amount.
 * Without a script, the stylesheet shows the sentence of the pressed button; the server calculates it for a typed
 * amount.
 */
export function CoverChoice({ campaign, values }: { campaign: GiveData; values: GiveValues }) {
  const { words, locale } = usePage();
  const t = words.site.give;
  const presets = presetAmounts(campaign);
  const customAmount = values.amount === 'other' ? amountOf(values, campaign.currency) : null;
  const rate = rateText(locale, campaign.feePercent);
  const fixedFee = moneyText(locale, campaign.feeFixed);
  return (
    <div className="tick-field cover-field">
      <input
        type="checkbox"
        id="cover"
        name="cover"
        value="1"
        defaultChecked={values.cover}
        aria-describedby="cover-hint"
      />
      <div>
        <label htmlFor="cover">{t.cover}</label>
        <p className="hint" id="cover-hint">
          <span className="fee-rule">{t.coverRule({ percent: rate, fixed: fixedFee })}</span>
          {presets.map((money, index) => (
            <span className={`fee fee-${index}`} key={money.amountMinor}>
              <Sum campaign={campaign} money={money} />
            </span>
          ))}
          <span
            className="fee fee-other"
            data-live={t.coverSum({ cover: '{cover}', intended: '{amount}', charged: '{charged}' })}
          >
            {customAmount === null ? (
              t.coverOther({ percent: rate, fixed: fixedFee })
            ) : (
              <Sum campaign={campaign} money={customAmount} />
            )}
          </span>
        </p>
      </div>
    </div>
  );
}

function Sum({ campaign, money }: { campaign: GiveData; money: MoneyValue }) {
  const { words, locale } = usePage();
  const { cover, intendedAmount, chargedAmount } = addFeeCover(money, campaign);
  return (
    <>
      {words.site.give.coverSum({
        cover: moneyText(locale, cover),
        intended: moneyText(locale, intendedAmount),
        charged: moneyText(locale, chargedAmount),
      })}
    </>
  );
}
