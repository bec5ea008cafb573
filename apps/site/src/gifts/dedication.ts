import { models, type Catalog } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { defineForm, type ValuesOf } from '../forms/define-form';
import type { SiteContext } from '../request/site-context';
import { DedicateGift } from './queries';

export const dedicationForm = defineForm(models.DedicateGiftInput, ({ site }) => site.thanks, {
  kind: {},
  honoree: { required: true },
  notifyName: {},
  notifyEmail: {},
  message: { label: ({ site }) => site.thanks.dedicateMessage },
});
export type DedicationValues = ValuesOf<typeof dedicationForm>;

export function dedicationErrors(values: DedicationValues, words: Catalog): FormError[] {
  const isEmailMissing = values.notifyEmail === '' && values.notifyName !== '';
  const also = { notifyEmail: isEmailMissing && words.site.thanks.errors.notifyEmailMissing };
  return dedicationForm.errors(values, words, { also });
}

/** Returns null if the donor left it empty. The gift form has no message to the person. */
export function readOptionalDedication(form: FormData): DedicationValues | null {
  const values = { ...dedicationForm.read(form), message: '' };
  return values.honoree === '' && values.notifyName === '' && values.notifyEmail === '' ? null : values;
}

/** @throws ApiRefusal if the gift can't be dedicated. */
export async function dedicate(context: SiteContext, token: string, values: DedicationValues): Promise<void> {
  await queryApi(context, DedicateGift, { input: { token, ...dedicationForm.input(values) } });
}
