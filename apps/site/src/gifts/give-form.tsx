import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { AmountChoice } from './amount-choice';
import { Continue } from './continue';
import { CoverChoice } from './cover-choice';
import type { GiveField, GiveValues } from './give-values';
import { Proof } from './proof';
import type { Challenge, GiveData } from './queries';

interface Props {
  campaign: GiveData;
  challenge: Challenge;
  values: GiveValues;
  errors: readonly FormError[];
}

/** Amount, how often, the fee, who, one button. */
export function GiveForm({ campaign, challenge, values, errors }: Props) {
  const { words } = usePage();
  const t = words.site.give;
  const errorOf = (field: GiveField): string | undefined => errors.find((error) => error.field === field)?.text;
  // Whoever comes by a mailed link has proven themselves with it.
  const byLink = values.link !== '';
  const needsProof = challenge.required && !byLink;
  const byMailOnly = challenge.byMailOnly && !byLink;
  return (
    <form className="give" method="post" noValidate>
      {/* Enter in a field presses the first button of a form: it must be the one that goes on. */}
      <button
        className="hidden"
        name="do"
        value={byMailOnly || needsProof ? 'mail' : 'give'}
        data-enter
        tabIndex={-1}
        aria-hidden="true"
      />
      <input type="hidden" name="key" value={values.key} />
      {values.page !== '' && <input type="hidden" name="page" value={values.page} />}
      {byLink && <input type="hidden" name="link" value={values.link} />}
      <AmountChoice campaign={campaign} values={values} amountError={errorOf('amount')} otherError={errorOf('other')} />
      <fieldset aria-describedby="frequency-hint">
        <legend>{t.how}</legend>
        <div className="segments">
          <Choice id="once" name="frequency" value="ONCE" label={t.once} checked={!values.monthly} />
          <Choice id="monthly" name="frequency" value="MONTHLY" label={t.monthly} checked={values.monthly} />
        </div>
        <p className="hint monthly-hint" id="frequency-hint">
          {t.monthlyHint}
        </p>
      </fieldset>
      <CoverChoice campaign={campaign} values={values} />
      <Field
        id="name"
        label={t.name}
        hint={t.nameHint}
        defaultValue={values.name}
        error={errorOf('name')}
        autoComplete="name"
        required
        maxLength={100}
      />
      <Field
        id="email"
        type="email"
        label={t.email}
        hint={t.emailHint}
        defaultValue={values.email}
        error={errorOf('email')}
        autoComplete="email"
        spellCheck={false}
        required
        maxLength={254}
      />
      <Tick id="anonymous" label={t.anonymous} hint={t.anonymousHint} checked={values.anonymous} />
      <Tick id="updates" label={t.updates} checked={values.updates} />
      <details className="fold" open={values.message !== '' || values.employer !== ''}>
        <summary>{t.more}</summary>
        <TextArea
          id="message"
          label={t.message}
          hint={t.messageHint}
          error={errorOf('message')}
          defaultValue={values.message}
          rows={3}
          maxLength={500}
        />
        <Field
          id="employer"
          label={t.employer}
          hint={t.employerHint}
          defaultValue={values.employer}
          autoComplete="organization"
          maxLength={200}
        />
      </details>
      {byMailOnly ? (
        <>
          <p className="note amber">{t.proofMailOnly}</p>
          <button className="button large" name="do" value="mail">
            {t.sendLink}
          </button>
        </>
      ) : needsProof ? (
        <Proof challenge={challenge} />
      ) : (
        <Continue />
      )}
      <p className="small">
        <a href="/privacy">{words.site.signUp.privacy}</a>
      </p>
    </form>
  );
}
