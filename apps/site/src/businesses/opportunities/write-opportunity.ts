import type { Catalogue } from '@upstander/web-kit';
import { data, redirect } from 'react-router';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { shortText } from '../../forms/text-rules';
import type { SiteContext } from '../../request/site-context';
import { runMutation } from '../attempt';
import { withSession } from '../signed-in';
import { opportunityErrors } from './opportunity-errors';
import { inputOf, opportunityForm, readOpportunity, type OpportunityValues } from './opportunity-values';
import { PreviewOpportunity, type OpportunityPreviewData, type OpportunityInput } from './queries';

/** The state of the form after a button press: the form again, or the preview. */
export interface OpportunityFormState {
  values: OpportunityValues;
  errors: FormError[];
  /** The preview and the findings of the rules, if they were requested. */
  look: OpportunityPreviewData | null;
  key: string;
}

export interface Target {
  save(opportunity: OpportunityInput, asDraft: boolean, key: string): Promise<string>;
  opportunities: string;
}

/** Handles the form's buttons: preview, edit, save as a draft, or submit. */
export async function writeOpportunity(context: SiteContext, words: Catalogue, form: FormData, target: Target) {
  const values = readOpportunity(form);
  const key = shortText(form, 'key');
  const did = form.get('do');
  const show = (errors: FormError[], status = 200, more: Partial<OpportunityFormState> = {}) =>
    data<OpportunityFormState>({ values, errors, look: null, key, ...more }, status);
  if (did === 'change') return show([]);
  const errors = opportunityErrors(values, did === 'draft', words);
  if (errors.length > 0) return show(errors, 422);
  return withSession(context, form, async () => {
    let look: OpportunityPreviewData | null = null;
    let id = '';
    const wrong = await runMutation(context, words, opportunityForm.texts(words), async () => {
      if (did === 'look')
        look = (await queryApi(context, PreviewOpportunity, { input: inputOf(values) })).opportunityPreview;
      else id = await target.save(inputOf(values), did === 'draft', key);
    });
    if (wrong) return show(wrong.errors, wrong.status, wrong.newKey ? { key: crypto.randomUUID() } : {});
    if (look) return show([], 200, { look });
    return redirect(`${target.opportunities}/${id}?did=${did === 'draft' ? 'draft' : 'sent'}`, 303);
  });
}
