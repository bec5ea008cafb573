import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField, FormRow } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import { createTeamMemberMutation, updateTeamMemberMutation, type TeamMember } from './team-queries';

export function TeamMemberForm({ member, onDone }: { member: TeamMember | null; onDone: () => void }) {
  const { common, team: labels } = useWords('team').t;
  const create = useChange(createTeamMemberMutation, { quiet: true, success: () => labels.added, onDone });
  const update = useChange(updateTeamMemberMutation, { quiet: true, success: () => common.saved, onDone });
  const form = useModelForm(models.TeamMemberInput, member, {
    labels,
    initial: member ? {} : { group: 'STAFF', position: '100' },
    change: member ? update : create,
    send: (input) => (member ? update.mutate({ id: member.id, input }) : create.mutate({ input })),
  });
  return (
    <Form form={form} submitLabel={member ? common.save : common.addPerson} onCancel={onDone}>
      <FormField form={form} name="name" autoFocus />
      <FormRow form={form} fields={['roleEn', 'roleEs']} />
      <FormField form={form} name="group" />
      <FormField form={form} name="bioEn" />
      <FormField form={form} name="bioEs" />
      <FormRow form={form} fields={['position', 'email']} />
    </Form>
  );
}
