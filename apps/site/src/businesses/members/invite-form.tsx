import { models } from '@upstander/web-kit';
import { Choices } from '../../forms/choices';
import { EmailField } from '../../forms/email-field';
import type { FormError } from '../../forms/error-summary';
import { Field } from '../../forms/field';
import { defineForm, type ValuesOf } from '../../forms/define-form';
import { Puzzle } from '../../forms/puzzle';
import { SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';

const roles = ['EDITOR', 'OWNER'] as const;

export const inviteForm = defineForm(models.AddBusinessMemberInput, ({ site }) => site.business.status, {
  name: { missing: ({ site }) => site.business.status.errors.personMissing },
  email: {},
  role: {},
  solution: {},
});
export type Invitation = ValuesOf<typeof inviteForm>;

export function InviteForm({ typed, errors }: { typed: Partial<Invitation>; errors: readonly FormError[] }) {
  const { words } = usePage();
  const t = words.site.business.status;
  const field = inviteForm.controls(typed, errors);
  return (
    <form className="panel" method="post" noValidate>
      <h2>{t.invite}</h2>
      <div className="two">
        <Field {...field('name')} label={t.inviteName} autoComplete="off" required />
        <EmailField {...field('email')} label={t.inviteEmail} autoComplete="off" />
      </div>
      <Choices
        {...field('role')}
        legend={t.inviteRole}
        options={roles.map((value) => ({ value, label: words.enums.businessRole[value], hint: t.roleHints[value] }))}
      />
      <Puzzle />
      <SubmitButton action="invite" label={t.inviteSend} data-proves="" />
    </form>
  );
}
