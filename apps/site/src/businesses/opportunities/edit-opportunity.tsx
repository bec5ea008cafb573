import { catalogOf } from '@upstander/web-kit';
import { useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../../api/ask';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { querySignedIn, endedForm } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { valuesOf } from './opportunity-values';
import { MyOpportunity, UpdateOpportunity } from './queries';
import { WritePage } from './write-page';
import { writeOpportunity } from './write-opportunity';

export async function loader(args: LoaderFunctionArgs) {
  const { business = '', opportunity = '' } = args.params;
  const result = await querySignedIn(args, MyOpportunity, { business, id: opportunity });
  if (!result) return null;
  if (!result.myBusiness || !result.myOpportunity) throw notFound();
  const { currencies } = result.organization;
  return { business: result.myBusiness, email: result.me?.email ?? '', currencies, opportunity: result.myOpportunity };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { business = '', opportunity = '' } = params;
  return writeOpportunity(context, catalogOf(localeOf(request)), await request.formData(), {
    opportunities: `/business/${business}/opportunities`,
    async save(input, isDraft) {
      await queryApi(context, UpdateOpportunity, { input: { id: opportunity, opportunity: input, asDraft: isDraft } });
      return opportunity;
    },
  });
}

export default function EditOpportunity() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(actionData)} />;
  const { opportunity } = loaded;
  const t = words.site.business.opportunities;
  const initialState = {
    values: valuesOf(opportunity, loaded.currencies[0] ?? ''),
    errors: [],
    preview: null,
    key: '',
  };
  const formState = actionData && 'values' in actionData ? actionData : initialState;
  const isOnSite = opportunity.status === 'PUBLISHED' || opportunity.status === 'EXPIRING';
  return (
    <WritePage {...loaded} title={t.editTitle} warning={isOnSite ? t.editShown : undefined} formState={formState} />
  );
}
