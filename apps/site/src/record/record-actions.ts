import { ApiRefusal } from '@upstander/api-client';
import { models, type Catalog } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { defineForm, formKey } from '../forms/define-form';
import { refusalState } from '../forms/refused';
import { shortText } from '../forms/text-rules';
import { contactErrors, contactInput, contactForm, contactRefused, type ContactAnswers } from '../questions/answers';
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

/** State of the page after a form. The code travels from form to form and is never in an address. */
export interface RecordPageState {
  code: string;
  record: RecordData | null;
  view: 'code' | 'record' | 'erase' | 'erased';
  did: CompletedAction | null;
  errors: FormError[];
  /** Typed message that was not sent because of errors. */
  body: string;
  contact: ContactAnswers | null;
  /** Key of the next message, which prevents duplicates if the form is sent twice. */
  key: string;
}

export interface Outcome {
  shown: RecordPageState;
  status: number;
}

/** Handles the pressed button with the code in the same form. */
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
      return consent(request, form.get('do') === 'give' ? 'give' : 'revoke');
    case 'erase':
      return erase(request);
    default:
      return open(request, { view: form.get('do') === 'ask-erase' ? 'erase' : 'record' });
  }
}

interface RecordRequest {
  context: SiteContext;
  form: FormData;
  words: Catalog;
  code: string;
}

function shown(code: string, more: Partial<RecordPageState>): RecordPageState {
  const blank = { record: null, view: 'record' as const, did: null, errors: [], body: '', contact: null };
  return { code, key: crypto.randomUUID(), ...blank, ...more };
}

/** Asks for the code again and keeps the typed values. */
function wrongCode({ code }: RecordRequest, text: string, status: number): Outcome {
  return { shown: shown(code, { view: 'code', errors: [{ field: 'code', text }] }), status };
}

async function open(request: RecordRequest, more: Partial<RecordPageState>, status = 200): Promise<Outcome> {
  return attempt(request, {}, async () => {
    const { record } = await queryApi(request.context, OpenRecord, { input: { code: request.code } });
    return { shown: shown(request.code, { record, ...more }), status };
  });
}

async function answer(request: RecordRequest): Promise<Outcome> {
  const { context, form, words, code } = request;
  const { body, key } = answerForm.read(form);
  const errors = answerForm.errors({ body, key }, words);
  if (errors.length > 0) return open(request, { errors, body }, 422);
  return attempt(request, { body, ...(key !== '' && { key }) }, async () => {
    const { record } = await queryApi(context, AnswerRecord, {
      input: { code, ...answerForm.input({ body, key }) },
    });
    return { shown: shown(code, { record, did: 'answer' }), status: 200 };
  });
}

async function contact(request: RecordRequest): Promise<Outcome> {
  const { context, form, words, code } = request;
  const typed = contactForm.read(form);
  const errors = contactErrors(typed, words);
  if (errors.length > 0) return open(request, { errors, contact: typed }, 422);
  return attempt(request, { contact: typed }, async () => {
    const { record } = await queryApi(context, ChangeSafeContact, {
      input: { code, safeContact: contactInput(typed) },
    });
    return { shown: shown(code, { record, did: 'contact' }), status: 200 };
  });
}

async function consent(request: RecordRequest, did: 'give' | 'revoke'): Promise<Outcome> {
  const { context, form, code } = request;
  const input = { code, consentId: shortText(form, 'consent', 100) };
  return attempt(request, {}, async () => {
    const { record } = await queryApi(context, did === 'give' ? GiveConsent : RevokeConsent, { input });
    return { shown: shown(code, { record, did }), status: 200 };
  });
}

async function erase(request: RecordRequest): Promise<Outcome> {
  return attempt(request, {}, async () => {
    await queryApi(request.context, EraseRecord, { input: { code: request.code } });
    return { shown: shown('', { view: 'erased' }), status: 200 };
  });
}

/** Shows the form for the code if the code is refused. Other refusals are shown on the page with the typed values. */
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
      ...(formState.contact && { safeContact: contactRefused(formState.contact, words) }),
    };
    const says = { texts, failed: words.site.record.failed };
    const { errors, status, newKey } = refusalState(error, context, words, says);
    const key = newKey ? crypto.randomUUID() : formState.key;
    const about = error instanceof ApiRefusal ? error.code : '';
    if (about === 'CODE_NOT_RIGHT' || about === 'TOO_MANY_TRIES')
      return wrongCode(request, errors[0]?.text ?? '', status);
    const now = await queryApi(context, OpenRecord, { input: { code } }).catch(() => null);
    const view = now ? 'record' : 'code';
    const more = {
      ...formState,
      ...(key !== undefined && { key }),
      record: now?.record ?? null,
      view,
      errors,
    } as const;
    return { shown: shown(code, more), status };
  }
}
