import { ApiRefusal } from '@upstander/api-client';
import { models, type Catalog } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { defineForm, formKey } from '../forms/define-form';
import { refusalState } from '../forms/refused';
import { shortText } from '../forms/text-rules';
import {
  contactErrors,
  contactInput,
  contactRefusals,
  readContactAnswers,
  type ContactAnswers,
} from '../questions/answers';
import { allowsNotices, choosesNotices, noticeChannelOf, noticeErrors } from '../questions/notice-answers';
import type { SiteContext } from '../request/site-context';
import {
  AnswerRecord,
  ChangeSafeContact,
  EraseRecord,
  GiveConsent,
  OpenRecord,
  RevokeConsent,
  type RecordData,
} from './queries';

export const answerForm = defineForm(models.AnswerRecordInput, ({ site }) => site.record, { body: {}, key: formKey });

export type CompletedAction = 'answer' | 'contact' | 'give' | 'revoke';

/** The code travels from form to form and is never in an address. */
export interface RecordPageState {
  code: string;
  record: RecordData | null;
  view: 'code' | 'record' | 'erase' | 'erased';
  completedAction: CompletedAction | null;
  errors: FormError[];
  /** Typed message that was not sent because of errors. */
  body: string;
  contact: ContactAnswers | null;
  /** Key of the next message, which prevents duplicates if the form is sent twice. */
  key: string;
}

export interface Outcome {
  pageState: RecordPageState;
  status: number;
}

export async function actOnRecord(context: SiteContext, form: FormData, words: Catalog): Promise<Outcome> {
  const code = shortText(form, 'code', 200);
  const request = { context, form, words, code };
  if (code === '') return wrongCode(request, words.site.asking.replyMissing, 422);
  switch (form.get('do')) {
    case 'answer':
      return answer(request);
    case 'contact':
      return contact(request);
    case 'give':
    case 'revoke':
      return changeConsent(request, form.get('do') === 'give' ? 'give' : 'revoke');
    case 'erase':
      return eraseRecord(request);
    default:
      return openRecordPage(request, { view: form.get('do') === 'ask-erase' ? 'erase' : 'record' });
  }
}

interface RecordRequest {
  context: SiteContext;
  form: FormData;
  words: Catalog;
  code: string;
}

function recordPageState(code: string, changes: Partial<RecordPageState>): RecordPageState {
  const emptyState = {
    record: null,
    view: 'record' as const,
    completedAction: null,
    errors: [],
    body: '',
    contact: null,
  };
  return { code, key: crypto.randomUUID(), ...emptyState, ...changes };
}

function wrongCode({ code }: RecordRequest, text: string, status: number): Outcome {
  return { pageState: recordPageState(code, { view: 'code', errors: [{ field: 'code', text }] }), status };
}

async function openRecordPage(
  request: RecordRequest,
  changes: Partial<RecordPageState>,
  status = 200,
): Promise<Outcome> {
  return attempt(request, {}, async () => {
    const { record } = await queryApi(request.context, OpenRecord, { input: { code: request.code } });
    return { pageState: recordPageState(request.code, { record, ...changes }), status };
  });
}

async function answer(request: RecordRequest): Promise<Outcome> {
  const { context, form, words, code } = request;
  const { body, key } = answerForm.read(form);
  const errors = answerForm.errors({ body, key }, words);
  if (errors.length > 0) return openRecordPage(request, { errors, body }, 422);
  return attempt(request, { body, ...(key !== '' && { key }) }, async () => {
    const { record } = await queryApi(context, AnswerRecord, {
      input: { code, ...answerForm.input({ body, key }) },
    });
    return { pageState: recordPageState(code, { record, completedAction: 'answer' }), status: 200 };
  });
}

async function contact(request: RecordRequest): Promise<Outcome> {
  const { context, form, words, code } = request;
  const typed = readContactAnswers(form);
  const channel = noticeChannelOf(typed.channel);
  const needsYes = channel !== null && choosesNotices(typed) && !allowsNotices(typed);
  const errors = [
    ...contactErrors(typed, words),
    ...(needsYes ? [{ field: 'leave-yes', text: words.site.asking.notice.by[channel].needsYes }] : []),
    ...(allowsNotices(typed) ? noticeErrors(typed, words) : []),
  ];
  if (errors.length > 0) return openRecordPage(request, { errors, contact: typed }, 422);
  return attempt(request, { contact: typed }, async () => {
    const { record } = await queryApi(context, ChangeSafeContact, {
      input: { code, safeContact: contactInput(typed, { offersNotices: true }) },
    });
    return { pageState: recordPageState(code, { record, completedAction: 'contact' }), status: 200 };
  });
}

async function changeConsent(request: RecordRequest, choice: 'give' | 'revoke'): Promise<Outcome> {
  const { context, form, code } = request;
  const input = { code, consentId: shortText(form, 'consent', 100) };
  return attempt(request, {}, async () => {
    const { record } = await queryApi(context, choice === 'give' ? GiveConsent : RevokeConsent, { input });
    return { pageState: recordPageState(code, { record, completedAction: choice }), status: 200 };
  });
}

async function eraseRecord(request: RecordRequest): Promise<Outcome> {
  return attempt(request, {}, async () => {
    await queryApi(request.context, EraseRecord, { input: { code: request.code } });
    return { pageState: recordPageState('', { view: 'erased' }), status: 200 };
  });
}

/** A refused code shows its form again. Other refusals are shown on the page with the typed values. */
async function attempt(
  request: RecordRequest,
  formState: Partial<RecordPageState>,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const { context, words, code } = request;
  try {
    return await work();
  } catch (error) {
    const texts = {
      ...answerForm.texts(words),
      ...(formState.contact && contactRefusals(formState.contact, words)),
    };
    const refusalTexts = { texts, failed: words.site.record.failed };
    const { errors, status, newKey } = refusalState(error, context, words, refusalTexts);
    const key = newKey ? crypto.randomUUID() : formState.key;
    const refusalCode = error instanceof ApiRefusal ? error.code : '';
    if (refusalCode === 'CODE_NOT_RIGHT' || refusalCode === 'TOO_MANY_TRIES')
      return wrongCode(request, errors[0]?.text ?? '', status);
    const refreshed = await queryApi(context, OpenRecord, { input: { code } }).catch(() => null);
    const view = refreshed ? 'record' : 'code';
    const changes = {
      ...formState,
      ...(key !== undefined && { key }),
      record: refreshed?.record ?? null,
      view,
      errors,
    } as const;
    return { pageState: recordPageState(code, changes), status };
  }
}
