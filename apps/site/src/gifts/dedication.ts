import { ApiRefusal } from '@upstander/api-client';
import { limits, type Catalogue } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { defineForm, type FormTexts } from '../forms/form-of';
import { addressRule } from '../forms/person';
import type { SiteContext } from '../request/site-context';
import { DedicateGift, type MyGiftData } from './queries';

const kindMissing = ({ site }: Catalogue) => site.thanks.errors.kindMissing;

export const dedicationForm = defineForm({
  kind: {
    missing: kindMissing,
    fits: (typed) => typed === 'HONOUR' || typed === 'MEMORY',
    wrong: kindMissing,
    at: 'honour',
  },
  honouree: {
    most: limits.Dedication.honouree,
    label: ({ site }) => site.thanks.honouree,
    missing: ({ site }) => site.thanks.errors.honoureeMissing,
  },
  notifyName: { most: limits.Dedication.notifyName, label: ({ site }) => site.thanks.notifyName },
  notifyEmail: { ...addressRule, missing: undefined },
  message: { lines: true, most: limits.Dedication.message, label: ({ site }) => site.thanks.dedicateMessage },
});
export type DedicationValues = FormTexts<typeof dedicationForm>;

export function valuesOf(saved: NonNullable<MyGiftData['dedication']>): DedicationValues {
  const { kind, honouree, notifyName, notifyEmail, message } = saved;
  return { kind, honouree, notifyName: notifyName ?? '', notifyEmail: notifyEmail ?? '', message };
}

export function dedicationErrors(values: DedicationValues, words: Catalogue): FormError[] {
  const nowhere = values.notifyEmail === '' && values.notifyName !== '';
  const also = { notifyEmail: nowhere && words.site.thanks.errors.notifyEmailMissing };
  return dedicationForm.errors(values, words, { also });
}

/** @throws ApiRefusal if the gift can't be dedicated. */
export async function dedicate(context: SiteContext, token: string, values: DedicationValues): Promise<void> {
  const { kind, honouree, notifyName, notifyEmail, message } = values;
  if (kind !== 'HONOUR' && kind !== 'MEMORY') throw new ApiRefusal('BAD_INPUT', {});
  const recipient = notifyEmail === '' ? {} : { notifyEmail, ...(notifyName !== '' && { notifyName }) };
  await queryApi(context, DedicateGift, {
    input: { token, kind, honouree, ...recipient, ...(message !== '' && { message }) },
  });
}
