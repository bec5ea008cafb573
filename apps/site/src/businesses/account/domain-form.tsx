import { models } from '@upstander/web-kit';
import { defineForm, type ValuesOf } from '../../forms/define-form';
import { FieldError } from '../../forms/field';
import type { FormError } from '../../forms/error-summary';
import { SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

export const domainForm = defineForm(models.VerifyDomainInput, ({ site }) => site.business.status, {
  mailbox: { max: 64, fits: (mailbox) => !mailbox.includes('@') },
});

interface Props {
  business: MyBusinessData;
  values: ValuesOf<typeof domainForm>;
  errors: readonly FormError[];
}

/** The business chooses a mailbox at the domain of its website, and we email it. */
export function DomainForm({ business, values, errors }: Props) {
  const t = usePage().words.site.business.status;
  const { domain, state, sentTo } = business.domainVerification;
  const { error, ...mailbox } = domainForm.controls(values, errors)('mailbox');
  if (state === 'VERIFIED') return null;
  return (
    <section className="panel" id="domain" aria-labelledby="domain-heading">
      <h2 id="domain-heading">{t.domain}</h2>
      <p>{state === 'SENT' && sentTo !== null ? t.domainSent({ address: sentTo }) : t.domainText({ domain })}</p>
      <form method="post" noValidate>
        <div className={error === undefined ? 'field' : 'field wrong'}>
          <label htmlFor="mailbox">{t.mailbox}</label>
          <p className="hint" id="mailbox-hint">
            {t.mailboxHint}
          </p>
          <FieldError id="mailbox" error={error} />
          <div className="at-domain">
            <input
              {...mailbox}
              name="mailbox"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              aria-describedby={error === undefined ? 'mailbox-hint' : 'mailbox-hint mailbox-error'}
              aria-invalid={error === undefined ? undefined : true}
            />
            <span>@{domain}</span>
          </div>
        </div>
        <SubmitButton action="verify-domain" label={state === 'SENT' ? t.domainAgain : t.domainSend} />
      </form>
    </section>
  );
}
