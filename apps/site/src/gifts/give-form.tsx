import { Choice } from '../forms/choice';
import { Choices } from '../forms/choices';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { TextArea } from '../forms/text-area';
import { Tick } from '../forms/tick';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { AmountChoice } from './amount-choice';
import { Continue } from './continue';
import { CoverChoice } from './cover-choice';
import type { DedicationValues } from './dedication';
import { DedicationFields, NoticeFields } from './dedication-fields';
import { displays, giveForm, type GiveValues } from './give-values';
import { ChallengePanel } from './challenge';
import { liveTotals } from './live-totals';
import type { Challenge, GeneralFundData, GiveData } from './queries';

interface Props {
  campaign: GiveData;
  /** General funds for gifts without a campaign. With several, donors can choose. */
  funds: readonly GeneralFundData[];
  challenge: Challenge;
  values: GiveValues;
  dedication: DedicationValues | null;
  errors: readonly FormError[];
}

export function GiveForm({ campaign, funds, challenge, values, dedication, errors }: Props) {
  const { words, isPast, locale } = usePage();
  const t = words.site.give;
  const field = giveForm.controls(values, errors);
  // An emailed link already proves the donor's address.
  const isLinkRequested = values.link !== '';
  const needsChallenge = challenge.required && !isLinkRequested;
  const emailLinkRequired = challenge.emailLinkRequired && !isLinkRequested;
  return (
    <form className="give" method="post" noValidate {...liveTotals(campaign, isPast, locale)}>
      <script src="/give.js" defer />
      {/* Enter submits with the first button, so it must be the one that continues. */}
      <button
        className="hidden"
        name="do"
        value={emailLinkRequired || needsChallenge ? 'mail' : 'give'}
        data-enter
        tabIndex={-1}
        aria-hidden="true"
      />
      <input type="hidden" name="key" value={values.key} />
      {values.page !== '' && <input type="hidden" name="page" value={values.page} />}
      {isLinkRequested && <input type="hidden" name="link" value={values.link} />}
      {funds.length > 1 && (
        <label className="field">
          <span>{t.fund}</span>
          <select name="fund" defaultValue={values.fund}>
            {funds.map(({ slug, chapterName }) => (
              <option key={slug} value={slug}>
                {chapterName === null ? t.mostNeeded : t.forChapter({ chapter: chapterName })}
              </option>
            ))}
          </select>
        </label>
      )}
      <AmountChoice
        campaign={campaign}
        values={values}
        amountError={field('amount').error}
        otherError={field('other').error}
      />
      <fieldset aria-describedby="frequency-hint">
        <legend>{t.how}</legend>
        <div className="segments">
          <Choice id="once" name="frequency" value="ONCE" label={t.once} checked={values.frequency !== 'MONTHLY'} />
          <Choice
            id="monthly"
            name="frequency"
            value="MONTHLY"
            label={t.monthly}
            checked={values.frequency === 'MONTHLY'}
          />
        </div>
        <p className="hint monthly-hint" id="frequency-hint">
          {t.monthlyHint}
        </p>
      </fieldset>
      <CoverChoice campaign={campaign} values={values} />
      <PersonFields words={t} field={field} />
      <Choices
        {...field('display')}
        legend={t.display}
        options={displays.map((value) => ({ value, ...t.displays[value] }))}
      />
      <Field {...field('employer')} label={t.employer} hint={t.employerHint} autoComplete="organization" />
      {/* The general fund has no updates. */}
      {!campaign.isGeneral && <Tick id="updates" label={t.updates} checked={values.updates} />}
      <details className="fold" open={values.message !== ''}>
        <summary>{t.more}</summary>
        <TextArea {...field('message')} label={t.message} hint={t.messageHint} rows={3} />
      </details>
      <details className="fold" open={dedication !== null}>
        <summary>{t.dedicate}</summary>
        <DedicationFields values={dedication} errors={errors} />
        <NoticeFields values={dedication} errors={errors} />
      </details>
      {emailLinkRequired ? (
        <>
          <p className="note amber">{t.challengeMailOnly}</p>
          <SubmitButton action="mail" label={t.sendLink} look="large" />
        </>
      ) : needsChallenge ? (
        <ChallengePanel challenge={challenge} />
      ) : (
        <Continue />
      )}
      <p className="small">
        <a href="/privacy">{words.site.signUp.privacy}</a>
      </p>
    </form>
  );
}
