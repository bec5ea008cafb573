import type { Catalog } from '@upstander/web-kit';
import { data, redirect } from 'react-router';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { sendForm } from '../../forms/send-form';
import { shortText } from '../../forms/text-rules';
import type { SiteContext } from '../../request/site-context';
import { withSession } from '../signed-in';
import { opportunityErrors } from './opportunity-errors';
import { inputOf, opportunityForm, type OpportunityValues } from './opportunity-values';
import { PreviewOpportunity, type OpportunityPreviewData, type OpportunityInput } from './queries';

export interface OpportunityFormState {
  values: OpportunityValues;
  errors: FormError[];
  preview: OpportunityPreviewData | null;
  key: string;
}

export interface Target {
  save(opportunity: OpportunityInput, isDraft: boolean, key: string): Promise<string>;
  opportunities: string;
}

export async function writeOpportunity(context: SiteContext, words: Catalog, form: FormData, target: Target) {
  const values = opportunityForm.read(form);
  const key = shortText(form, 'key');
  const did = form.get('do');
  const showForm = (errors: FormError[], status = 200, changes: Partial<OpportunityFormState> = {}) =>
    data<OpportunityFormState>({ values, errors, preview: null, key, ...changes }, status);
  if (did === 'change') return showForm([]);
  const typed = { form: opportunityForm, values: { key }, errors: opportunityErrors(values, did === 'draft', words) };
  return withSession(context, form, async () => {
    const sent = await sendForm(context, words, typed, async () =>
      did === 'look'
        ? (await queryApi(context, PreviewOpportunity, { input: inputOf(values) })).opportunityPreview
        : target.save(inputOf(values), did === 'draft', key),
    );
    if (!sent.isSent) return showForm(sent.errors, sent.status, sent.values);
    if (typeof sent.answer !== 'string') return showForm([], 200, { preview: sent.answer });
    return redirect(`${target.opportunities}/${sent.answer}?did=${did === 'draft' ? 'draft' : 'sent'}`, 303);
  });
}
