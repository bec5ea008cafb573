import { limits, type Catalogue } from '@upstander/web-kit';
import { Choice } from '../../forms/choice';
import { EmailField } from '../../forms/email-field';
import type { FormError } from '../../forms/error-summary';
import { Field, FieldError } from '../../forms/field';
import { defineForm, type FormTexts } from '../../forms/form-of';
import { personRules } from '../../forms/person';
import { Puzzle } from '../../forms/puzzle';
import { usePage } from '../../request/page-context';

const roles = ['EDITOR', 'OWNER'] as const;
const roleMissing = ({ site }: Catalogue) => site.business.status.errors.roleMissing;
const { name, email } = personRules(limits.Account.name);

export const inviteForm = defineForm({
  name: { ...name, missing: ({ site }) => site.business.status.errors.personMissing },
  email: { ...email, missing: ({ site }) => site.business.status.errors.emailMissing },
  role: {
    missing: roleMissing,
    fits: (typed) => roles.some((role) => role === typed),
    wrong: roleMissing,
    at: 'EDITOR',
  },
});
export type Invitation = FormTexts<typeof inviteForm>;

export function InviteForm({ typed, errors }: { typed: Partial<Invitation>; errors: readonly FormError[] }) {
  const { words } = usePage();
  const t = words.site.business.status;
  const field = inviteForm.controls(typed, errors);
  const roleError = field('role').error;
  return (
    <form className="panel" method="post" noValidate>
      <h2>{t.invite}</h2>
      <div className="two">
        <Field {...field('name')} label={t.inviteName} autoComplete="off" required />
        <EmailField {...field('email')} label={t.inviteEmail} autoComplete="off" />
      </div>
      <fieldset className={roleError === undefined ? undefined : 'wrong'}>
        <legend>{t.inviteRole}</legend>
        <FieldError id="EDITOR" error={roleError} />
        {roles.map((role) => (
          <Choice
            key={role}
            id={role}
            name="role"
            value={role}
            checked={typed.role === role}
            label={words.enums.businessRole[role]}
            hint={t.roleHints[role]}
          />
        ))}
      </fieldset>
      <Puzzle />
      <button className="button" name="do" value="invite" data-proves="">
        {t.inviteSend}
      </button>
    </form>
  );
}
