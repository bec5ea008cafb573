import type { Catalogue } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { refusalState } from '../forms/refused';
import type { SiteContext } from '../request/site-context';
import {
  fundraiserErrors,
  fundraiserForm,
  goalOf,
  newsForm,
  type FundraiserValues,
  type NewsValues,
} from './fundraiser-values';
import { ConfirmFundraiser, EditMyFundraiser, PostMyUpdate, type MyFundraiserData } from './queries';

export const completedActions = ['confirm', 'save', 'again', 'post', 'mails'] as const;
export type CompletedAction = (typeof completedActions)[number];

export type FundraiserOutcome =
  | { kind: 'did'; what: CompletedAction }
  | { kind: 'wrong'; errors: FormError[]; status: number; edit?: FundraiserValues; news?: NewsValues };

/** Handles the form's buttons. The link identifies the fundraiser. */
export async function actOnFundraiser(
  context: SiteContext,
  token: string,
  mine: MyFundraiserData,
  form: FormData,
  words: Catalogue,
): Promise<FundraiserOutcome> {
  switch (form.get('do')) {
    case 'confirm':
      return attempt(context, words, async () => {
        await queryApi(context, ConfirmFundraiser, { input: { token } });
        return 'confirm';
      });
    case 'save':
      return save(context, token, mine, fundraiserForm.read(form), words);
    case 'post':
      return post(context, token, newsForm.read(form), words);
    case 'mails':
      return attempt(context, words, async () => {
        await queryApi(context, EditMyFundraiser, { input: { token, giftMails: form.get('wanted') === '1' } });
        return 'mails';
      });
    default:
      return { kind: 'wrong', errors: [{ text: words.site.badRequest.text }], status: 400 };
  }
}

const wordFields = ['title', 'summary', 'story'] as const;
const goalFields = ['goal', 'endsOn'] as const;

/** Sends only the fields that can currently be changed. */
async function save(
  context: SiteContext,
  token: string,
  mine: MyFundraiserData,
  values: FundraiserValues,
  words: Catalogue,
): Promise<FundraiserOutcome> {
  const { currency, timeZone, endsOn } = mine;
  // The current end date may stay even if it's in the past.
  const checked = values.endsOn === endsOn ? { ...values, endsOn: '' } : values;
  const only = [...(mine.wordsEditable ? wordFields : []), ...(mine.editable ? goalFields : [])];
  const errors = fundraiserErrors(checked, { currency, timeZone, now: new Date(), only }, words);
  if (errors.length > 0) return { kind: 'wrong', errors, status: 422, edit: values };
  const input = {
    token,
    ...(mine.wordsEditable && { title: values.title, summary: values.summary, story: values.story }),
    ...(mine.editable && {
      goal: { amountMinor: goalOf(values, currency) ?? 0, currency },
      endsOn: values.endsOn === '' ? null : values.endsOn,
    }),
  };
  return attempt(
    context,
    words,
    async () => {
      const { editMyFundraiser } = await queryApi(context, EditMyFundraiser, { input });
      const again = mine.status === 'CHANGES_REQUESTED' && editMyFundraiser.status === 'IN_REVIEW';
      return again || editMyFundraiser.edit?.at ? 'again' : 'save';
    },
    { edit: values },
  );
}

async function post(
  context: SiteContext,
  token: string,
  news: NewsValues,
  words: Catalogue,
): Promise<FundraiserOutcome> {
  const errors = newsForm.errors(news, words);
  if (errors.length > 0) return { kind: 'wrong', errors, status: 422, news };
  const { newsTitle: title, newsBody: body, key } = news;
  return attempt(
    context,
    words,
    async () => {
      await queryApi(context, PostMyUpdate, {
        input: { token, title, body, ...(key !== '' && { idempotencyKey: key }) },
      });
      return 'post';
    },
    { news },
  );
}

async function attempt(
  context: SiteContext,
  words: Catalogue,
  work: () => Promise<CompletedAction>,
  formState: { edit?: FundraiserValues; news?: NewsValues } = {},
): Promise<FundraiserOutcome> {
  try {
    return { kind: 'did', what: await work() };
  } catch (error) {
    const texts = (formState.news ? newsForm : fundraiserForm).texts(words);
    const says = { texts, failed: words.site.fundraiser.failed };
    const { errors, status, newKey } = refusalState(error, context, words, says);
    const news = formState.news && newKey ? { ...formState.news, key: crypto.randomUUID() } : formState.news;
    return { kind: 'wrong', errors, status, ...formState, ...(news && { news }) };
  }
}
