import { ApiRefusal } from '@upstander/api-client';
import { limits, type Catalogue } from '@upstander/web-kit';
import { ask } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { isAddress, longestAddress, longText, shortText } from '../forms/typed';
import type { SiteContext } from '../request/site-context';
import { DedicateGift } from './queries';

/** What the dedication form holds, exactly as typed. */
export interface DedicationValues {
  kind: string;
  honouree: string;
  notifyName: string;
  notifyEmail: string;
  message: string;
}

export const longest = { ...limits.Dedication, notifyEmail: longestAddress };

export function readDedication(form: FormData): DedicationValues {
  return {
    kind: shortText(form, 'kind'),
    honouree: shortText(form, 'honouree', longest.honouree),
    notifyName: shortText(form, 'notifyName', longest.notifyName),
    notifyEmail: shortText(form, 'notifyEmail'),
    message: longText(form, 'message').slice(0, longest.message),
  };
}

export function dedicationErrors(values: DedicationValues, words: Catalogue): FormError[] {
  const t = words.site.thanks.errors;
  const errors: FormError[] = [];
  if (values.kind !== 'HONOUR' && values.kind !== 'MEMORY') errors.push({ field: 'honour', text: t.kindMissing });
  if (values.honouree === '') errors.push({ field: 'honouree', text: t.honoureeMissing });
  if (values.notifyEmail === '' && values.notifyName !== '') {
    errors.push({ field: 'notifyEmail', text: t.notifyEmailMissing });
  } else if (values.notifyEmail !== '' && !isAddress(values.notifyEmail)) {
    errors.push({ field: 'notifyEmail', text: words.site.errors.emailWrong });
  }
  return errors;
}

/** @throws ApiRefusal when the gift cannot be dedicated (now). */
export async function dedicate(context: SiteContext, token: string, values: DedicationValues): Promise<void> {
  const { kind, honouree, notifyName, notifyEmail, message } = values;
  if (kind !== 'HONOUR' && kind !== 'MEMORY') throw new ApiRefusal('BAD_INPUT', {});
  const told = notifyEmail === '' ? {} : { notifyEmail, ...(notifyName !== '' && { notifyName }) };
  await ask(context, DedicateGift, { input: { token, kind, honouree, ...told, ...(message !== '' && { message }) } });
}
