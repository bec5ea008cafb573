import { models, type FormValues, type InputValues, type ShellCatalog } from '@upstander/web-kit';
import { formOnly } from '../parts/forms/form-only-fields';

/** A form without a date means today. */
export const offlineGiftModel = { ...models.RecordOfflineGiftInput, receivedOn: formOnly.date };

type Values = FormValues<typeof offlineGiftModel>;
type Input = InputValues<typeof offlineGiftModel>;

export function problemsOf(
  values: Pick<Values, 'method' | 'inKindDescription' | 'amount' | 'goodsDescription' | 'goodsValue'>,
  amountProblem: (text: string) => string | undefined,
  t: ShellCatalog['admin'],
) {
  const inKind = values.method === 'IN_KIND';
  return {
    inKindDescription: inKind && values.inKindDescription === '' ? t.fieldReasons.required : undefined,
    amount: inKind ? undefined : amountProblem(values.amount),
    goodsValue: values.goodsDescription === '' ? undefined : amountProblem(values.goodsValue),
  };
}

/** Leaves out values of hidden fields, for example the amount of a gift in kind. */
export function applicableValues<
  Typed extends Pick<Input, 'method' | 'inKindDescription' | 'amount' | 'goodsDescription' | 'goodsValue'>,
>(typed: Typed): Typed {
  const inKind = typed.method === 'IN_KIND';
  return {
    ...typed,
    amount: inKind ? null : typed.amount,
    inKindDescription: inKind ? typed.inKindDescription : null,
    goodsValue: typed.goodsDescription === null ? null : typed.goodsValue,
  };
}
