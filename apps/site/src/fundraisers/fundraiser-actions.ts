import type { Catalog } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { pressButton, sendForm } from '../forms/send-form';
import type { SiteContext } from '../request/site-context';
import {
  fundraiserEditForm,
  goalErrors,
  goalOf,
  newsForm,
  type FundraiserEditValues,
  type NewsValues,
} from './fundraiser-values';
import { ConfirmFundraiser, EditMyFundraiser, PostMyUpdate, type MyFundraiserData } from './queries';

export const completedActions = ['confirm', 'save', 'again', 'post', 'mails'] as const;
export type CompletedAction = (typeof completedActions)[number];

export type FundraiserOutcome =
  | { kind: 'did'; completedAction: CompletedAction }
  | { kind: 'wrong'; errors: FormError[]; status: number; edit?: FundraiserEditValues; news?: NewsValues };

/** The link identifies the fundraiser. */
export async function actOnFundraiser(
  context: SiteContext,
  token: string,
  fundraiser: MyFundraiserData,
  form: FormData,
  words: Catalog,
): Promise<FundraiserOutcome> {
  switch (form.get('do')) {
    case 'confirm':
      return press('confirm', () => queryApi(context, ConfirmFundraiser, { input: { token } }));
    case 'save':
      return save(context, token, fundraiser, fundraiserEditForm.read(form), words);
    case 'post':
      return post(context, token, newsForm.read(form), words);
    case 'mails': {
      const giftMails = form.get('wanted') === '1';
      return press('mails', () => queryApi(context, EditMyFundraiser, { input: { token, giftMails } }));
    }
    default:
      return { kind: 'wrong', errors: [{ text: words.site.badRequest.text }], status: 400 };
  }

  async function press(completedAction: CompletedAction, work: () => Promise<unknown>): Promise<FundraiserOutcome> {
    const sent = await pressButton(context, words, work);
    return sent.isSent ? { kind: 'did', completedAction } : { kind: 'wrong', errors: sent.errors, status: sent.status };
  }
}

const wordFields = ['title', 'summary', 'story'] as const;
const goalFields = ['goal', 'endsOn'] as const;

async function save(
  context: SiteContext,
  token: string,
  fundraiser: MyFundraiserData,
  values: FundraiserEditValues,
  words: Catalog,
): Promise<FundraiserOutcome> {
  const { currency, timeZone, endsOn } = fundraiser;
  // The current end date may stay even if it's in the past.
  const checked = values.endsOn === endsOn ? { ...values, endsOn: '' } : values;
  const only = [...(fundraiser.canEditText ? wordFields : []), ...(fundraiser.editable ? goalFields : [])];
  const also = goalErrors(checked, { currency, timeZone, now: new Date() }, words);
  const errors = fundraiserEditForm.errors(checked, words, { also, only });
  const { title, summary, story, endsOn: newEnd } = fundraiserEditForm.input(values);
  const input = {
    token,
    ...(fundraiser.canEditText && { title, summary: summary ?? '', story }),
    ...(fundraiser.editable && { goal: { amountMinor: goalOf(values, currency) ?? 0, currency }, endsOn: newEnd }),
  };
  const sent = await sendForm(context, words, { form: fundraiserEditForm, values, errors }, () =>
    queryApi(context, EditMyFundraiser, { input }),
  );
  if (!sent.isSent) return { kind: 'wrong', errors: sent.errors, status: sent.status, edit: sent.values };
  const { status, edit } = sent.answer.editMyFundraiser;
  const isResubmitted = fundraiser.status === 'CHANGES_REQUESTED' && status === 'IN_REVIEW';
  return { kind: 'did', completedAction: isResubmitted || edit?.at ? 'again' : 'save' };
}

async function post(
  context: SiteContext,
  token: string,
  values: NewsValues,
  words: Catalog,
): Promise<FundraiserOutcome> {
  const sent = await sendForm(context, words, { form: newsForm, values, errors: newsForm.errors(values, words) }, () =>
    queryApi(context, PostMyUpdate, { input: { token, ...newsForm.input(values) } }),
  );
  if (sent.isSent) return { kind: 'did', completedAction: 'post' };
  return { kind: 'wrong', errors: sent.errors, status: sent.status, news: sent.values };
}
