import { catalogOf } from '@upstander/web-kit';
import { useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../../api/ask';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { querySignedIn, endedForm } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { newOpportunity } from './opportunity-values';
import { OpportunityStart, PostOpportunity } from './queries';
import { WritePage } from './write-page';
import { writeOpportunity } from './write-opportunity';

export async function loader(args: LoaderFunctionArgs) {
  const result = await querySignedIn(args, OpportunityStart, { id: args.params['business'] ?? '' });
  if (!result) return null;
  if (!result.myBusiness) throw notFound();
  const { currencies } = result.organization;
  return { business: result.myBusiness, email: result.me?.email ?? '', currencies, key: crypto.randomUUID() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const businessId = params['business'] ?? '';
  return writeOpportunity(context, catalogOf(localeOf(request)), await request.formData(), {
    opportunities: `/business/${businessId}/opportunities`,
    async save(opportunity, isDraft, key) {
      const input = { businessId, opportunity, asDraft: isDraft, ...(key !== '' && { idempotencyKey: key }) };
      return (await queryApi(context, PostOpportunity, { input })).postOpportunity.id;
    },
  });
}

export default function NewOpportunity() {
  const { words, locale } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(actionData)} />;
  const t = words.site.business.opportunityForm;
  const initialState = {
    values: newOpportunity(locale, loaded.business.supervisorName, loaded.currencies[0] ?? ''),
    errors: [],
    preview: null,
    key: loaded.key,
  };
  const formState = actionData && 'values' in actionData ? actionData : initialState;
  return <WritePage {...loaded} title={t.pageTitle} lead={t.lead} formState={formState} />;
}
