import type { Catalog } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { sendForm } from '../forms/send-form';
import { localeName, localeOf } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { ConfirmMySmsCode, RequestMySmsCode, UpdateMySms, type SmsChoice } from './queries';

export type SmsAction = 'code' | 'confirm' | 'channel';
export type SmsChannel = SmsChoice['channel'];

export interface SmsValues {
  number: string;
  channel: string;
}

export const isSmsAction = (pressed: unknown): pressed is SmsAction =>
  ['code', 'confirm', 'channel'].includes(String(pressed));

/** Runs what a button of the texts on the account page does. */
export function sendSmsForm(context: SiteContext, words: Catalog, request: Request, form: FormData) {
  const t = words.site.notifications.texts;
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const values: SmsValues = { number: field('number'), channel: field('newChannel') };
  const code = field('code');
  const pressed = field('do') as SmsAction;
  const errors: FormError[] = [];
  if (pressed === 'code' && values.number === '') errors.push({ field: 'number', text: t.numberWrong });
  if (pressed === 'code' && field('agree') === '') errors.push({ field: 'agree', text: t.agreeMissing });
  if (pressed === 'confirm' && code === '') errors.push({ field: 'code', text: t.codeWrong });
  const texts = { number: { field: 'number', text: t.numberWrong } };
  const sms = { texts: () => texts, failed: () => t.failed };
  return sendForm<SmsValues, unknown>(context, words, { form: sms, values, errors }, () => {
    if (pressed === 'confirm') return queryApi(context, ConfirmMySmsCode, { code });
    if (pressed === 'channel')
      return queryApi(context, UpdateMySms, { input: { channel: field('channel') as SmsChannel } });
    const { number } = values;
    const locale = localeName(localeOf(request));
    const channel = values.channel as SmsChannel;
    const input = { number, channel, locale, wordingVersion: field('wordingVersion') };
    return queryApi(context, RequestMySmsCode, { input });
  });
}
