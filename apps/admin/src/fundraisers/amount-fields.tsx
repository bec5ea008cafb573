import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { FormLines } from '../parts/forms/form-lines';
import { useWords } from '../words/words';
import { fundraiserModel, type FundraiserFormValues } from './fundraiser-form-values';

export function AmountFields({ form }: { form: FormFields<FundraiserFormValues> }) {
  const { amounts: labels, suggestedAmounts } = useWords('fundraiserForm').t.fundraiserForm;
  return (
    <FormLines
      id="suggested-amounts"
      label={suggestedAmounts}
      labels={labels}
      error={form.errorOf('suggestedAmounts')}
      lines={form.rows('suggestedAmounts', labels)}
      max={fundraiserModel.suggestedAmounts.max}
      onAdd={() => form.addRow('suggestedAmounts')}
    >
      {(amount) => (
        <>
          <FormField form={amount} name="amount" />
          <FormField form={amount} name="text" />
          <FormField form={amount} name="textEs" lang="es" />
        </>
      )}
    </FormLines>
  );
}
