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
  const answer = await querySignedIn(args, MyOpportunity, { business, id: opportunity });
  if (!answer) return null;
  if (!answer.myBusiness || !answer.myOpportunity) throw notFound();
  const { currencies } = answer.organization;
  return { business: answer.myBusiness, email: answer.me?.email ?? '', currencies, opportunity: answer.myOpportunity };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { business = '', opportunity = '' } = params;
  return writeOpportunity(context, catalogOf(localeOf(request)), await request.formData(), {
    opportunities: `/business/${business}/opportunities`,
    async save(input, asDraft) {
      await queryApi(context, UpdateOpportunity, { input: { id: opportunity, opportunity: input, asDraft } });
      return opportunity;
    },
  });
}

export default function EditOpportunity() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const { opportunity } = loaded;
  const t = words.site.business.opportunities;
  const fresh = { values: valuesOf(opportunity, loaded.currencies[0] ?? ''), errors: [], look: null, key: '' };
  const written = answer && 'values' in answer ? answer : fresh;
  const isOnSite = opportunity.status === 'PUBLISHED' || opportunity.status === 'EXPIRING';
  return <WritePage {...loaded} title={t.editTitle} warning={isOnSite ? t.editShown : undefined} written={written} />;
}
