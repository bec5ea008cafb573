import { Choice } from '../../forms/choice';
import type { FormError } from '../../forms/error-summary';
import { Field, FieldError } from '../../forms/field';
import { usePage } from '../../request/page-context';

/** The form as typed. */
export interface Invitation {
  name: string;
  email: string;
  role: string;
}

export const noInvitation: Invitation = { name: '', email: '', role: '' };

export function InviteForm({ typed, errors }: { typed: Invitation; errors: readonly FormError[] }) {
  const { words } = usePage();
  const t = words.site.business.status;
  const errorOf = (name: string): string | undefined => errors.find(({ field }) => field === name)?.text;
  const roleError = errorOf('EDITOR');
  return (
    <form className="panel" method="post" noValidate>
      <h2>{t.invite}</h2>
      <div className="two">
        <Field
          id="name"
          label={t.inviteName}
          defaultValue={typed.name}
          error={errorOf('name')}
          maxLength={100}
          autoComplete="off"
          required
        />
        <Field
          id="email"
          type="email"
          label={t.inviteEmail}
          defaultValue={typed.email}
          error={errorOf('email')}
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
          required
        />
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
            label={
              <>
                <b>{words.enums.businessRole[role]}</b>
                <span className="small">{t.roleHints[role]}</span>
              </>
            }
          />
        ))}
      </fieldset>
      <button className="button" name="do" value="invite">
        {t.inviteSend}
      </button>
    </form>
  );
}
