import { Choice } from '../../forms/choice';
import { EmailField } from '../../forms/email-field';
import type { FormError } from '../../forms/error-summary';
import { Field, FieldError } from '../../forms/field';
import { fieldsOf } from '../../forms/fields-of';
import { longestPerson, type Person } from '../../forms/person';
import { usePage } from '../../request/page-context';

/** The form as typed. */
export interface Invitation extends Person {
  role: string;
}

export const noInvitation: Invitation = { name: '', email: '', role: '' };

export function InviteForm({ typed, errors }: { typed: Invitation; errors: readonly FormError[] }) {
  const { words } = usePage();
  const t = words.site.business.status;
  const field = fieldsOf(typed, errors, longestPerson);
  const roleError = errors.find(({ field }) => field === 'EDITOR')?.text;
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
        {(['EDITOR', 'OWNER'] as const).map((role) => (
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
      <button className="button" name="do" value="invite">
        {t.inviteSend}
      </button>
    </form>
  );
}
