import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { FormFile } from '../parts/forms/form-file';
import { updateBeneficiaryMutation } from './queries';

export function ConsentForm({ id, onDone }: { id: string; onDone: () => void }) {
  const today = useToday();
  const { t } = useWords('beneficiaries');
  const words = t.beneficiaries;
  const update = useChange(updateBeneficiaryMutation, { quiet: true, success: () => t.common.saved, onDone });
  const form = useModelForm(models.UpdateBeneficiaryInput, null, {
    omit: ['id', 'name', 'registrationNumber', 'website', 'contactEmail'],
    labels: {
      consentFileId: words.consentFile,
      consentFileIdHint: words.consentHint,
      consentSignedOn: t.shared.signedOn,
      consentEndsOn: words.endsOn,
      consentEndsOnHint: words.endsOnHint,
    },
    required: ['consentFileId', 'consentSignedOn'],
    change: update,
    send: (input) => update.mutate({ input: { ...input, id } }),
  });

  return (
    <Form form={form} submitLabel={words.saveConsent} onCancel={onDone}>
      <FormFile form={form} name="consentFileId" purpose="consent" accept="application/pdf,image/jpeg,image/png" />
      <FormField form={form} name="consentSignedOn" max={today} />
      <FormField form={form} name="consentEndsOn" />
    </Form>
  );
}
