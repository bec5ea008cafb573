import { ActionIcon, Button, Input, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits } from '@upstander/web-kit';
import { MoneyField } from '../parts/forms/money-field';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { longestAmountText, newSuggestedAmount, type FundraiserFormValues } from './fundraiser-form-values';
import classes from './form.module.css';

export function AmountFields({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { fundraiserForm: words } = useWords('fundraiserForm').t;
  const t = words.amounts;
  const { suggestedAmounts: amounts, currency } = form.values;
  return (
    <Stack gap="sm" role="group" aria-labelledby="suggested-amounts">
      <div>
        <Input.Label labelElement="div" id="suggested-amounts">
          {words.suggestedAmounts}
        </Input.Label>
        <Input.Description>{t.hint}</Input.Description>
      </div>
      {form.errors['suggestedAmounts'] && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {form.errors['suggestedAmounts']}
        </Text>
      )}
      {amounts.map(({ key }, index) => {
        const path = `suggestedAmounts.${index}`;
        return (
          <fieldset key={key} className={classes.amount}>
            <legend>{t.numbered({ number: index + 1 })}</legend>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              className={classes.remove}
              aria-label={t.removeNumbered({ number: index + 1 })}
              title={t.remove}
              onClick={() => form.removeListItem('suggestedAmounts', index)}
            >
              <CloseIcon />
            </ActionIcon>
            <MoneyField label={t.amount} currency={currency} required {...form.getInputProps(`${path}.amount`)} />
            <TextInput label={t.text} maxLength={longestAmountText} {...form.getInputProps(`${path}.text`)} />
            <TextInput
              label={t.textEs}
              lang="es"
              maxLength={longestAmountText}
              {...form.getInputProps(`${path}.textEs`)}
            />
          </fieldset>
        );
      })}
      {amounts.length < limits.Campaign.suggestedAmounts && (
        <div>
          <Button
            variant="default"
            leftSection={<PlusIcon />}
            onClick={() => form.insertListItem('suggestedAmounts', newSuggestedAmount())}
          >
            {t.add}
          </Button>
        </div>
      )}
    </Stack>
  );
}
