import { moneyText, type MoneyValue } from '@upstander/web-kit';
import { FieldError } from '../forms/field';
import { AmountText, textOfAmount } from '../campaigns/suggested-amounts';
import { SubmitButton } from '../frame/button';
import { presetAmounts } from '../money/amounts';
import { roundMoney } from '../money/money-format';
import { usePage } from '../request/page-context';
import { Becomes } from './becomes';
import type { GiveData } from './queries';
import type { GiveValues } from './give-values';

interface Props {
  campaign: GiveData;
  values: GiveValues;
  amountError?: string;
  otherError?: string;
}

/** A typed amount takes precedence over the buttons. */
export function AmountChoice({ campaign, values, amountError, otherError }: Props) {
  const { words, locale } = usePage();
  const t = words.site.give;
  const error = amountError ?? otherError;
  const presets = presetAmounts(campaign);
  const hasTexts = presets.some((money) => textOfAmount(campaign, money, locale));
  // If some amounts say what they do, all do.
  const textOf = (money: MoneyValue) =>
    textOfAmount(campaign, money, locale) ??
    (hasTexts ? { text: campaign.isGeneral ? t.anyGiftGeneral : t.anyGift } : null);
  return (
    <fieldset
      className={error === undefined ? undefined : 'wrong'}
      aria-describedby={amountError === undefined ? undefined : 'amount-error'}
    >
      <legend>{t.amount}</legend>
      <FieldError id="amount" error={amountError} />
      <FieldError id="other" error={otherError} />
      <div className={hasTexts ? 'amounts told' : 'amounts'}>
        {presets.map((money, index) => (
          <div className="choice" key={money.amountMinor}>
            <input
              type="radio"
              name="amount"
              // The error summary links to the first one. The stylesheet shows the fee of the chosen one.
              id={index === 0 ? 'amount' : `amount-${index}`}
              data-nth={index}
              value={money.amountMinor}
              defaultChecked={values.amount === String(money.amountMinor)}
            />
            <label htmlFor={index === 0 ? 'amount' : `amount-${index}`}>
              <b>{roundMoney(locale, money)}</b>
              <AmountText text={textOf(money)} />
            </label>
          </div>
        ))}
        <div className="choice">
          <input
            type="radio"
            name="amount"
            id="amount-other"
            data-nth="other"
            value="other"
            defaultChecked={values.amount === 'other'}
          />
          <label htmlFor="amount-other">{t.other}</label>
        </div>
      </div>
      <div className={otherError === undefined ? 'field other-amount' : 'field other-amount wrong'}>
        <label htmlFor="other">{t.otherLabel({ currency: campaign.currency })}</label>
        <p className="hint" id="other-hint">
          {t.minimum({ amount: moneyText(locale, campaign.minimum, { short: true }) })}
        </p>
        <div className="with-button">
          <input
            id="other"
            name="other"
            inputMode="decimal"
            autoComplete="transaction-amount"
            defaultValue={values.other}
            maxLength={20}
            aria-describedby={otherError === undefined ? 'other-hint' : 'other-hint other-error'}
            aria-invalid={otherError === undefined ? undefined : true}
          />
          <SubmitButton action="work-out" label={t.workOut} look="quiet" data-scripts="without" />
        </div>
      </div>
      <Becomes campaign={campaign} values={values} />
    </fieldset>
  );
}
