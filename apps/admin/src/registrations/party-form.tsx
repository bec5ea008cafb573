import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useWords } from '../words/words';
import { changePartySizeMutation, type RegistrationRow } from './queries';

const { party } = models.AddRegistrationInput;

export function PartyForm({
  registration,
  onDone,
}: {
  registration: Pick<RegistrationRow, 'id' | 'party'>;
  onDone: () => void;
}) {
  const { t, labels } = useWords('registrations');
  const change = useChange(changePartySizeMutation, { quiet: true, success: () => labels.changed, onDone });
  const form = useModelForm({ party }, registration, {
    labels,
    change,
    send: (input) => change.mutate({ id: registration.id, party: input.party }),
  });
  return (
    <Form form={form} submitLabel={t.common.save} onCancel={onDone}>
      <FormField form={form} name="party" as="number" autoFocus />
    </Form>
  );
}
