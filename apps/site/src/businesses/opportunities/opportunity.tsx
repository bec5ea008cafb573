import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../../api/ask';
import { sendForm } from '../../forms/send-form';
import { BackLink } from '../../frame/back-link';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import type { SiteContext } from '../../request/site-context';
import { BusinessFrame } from '../business-frame';
import { querySignedIn, endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { FlagList } from './flag-list';
import { OpportunityActions } from './opportunity-actions';
import { OpportunityStatusPanel } from './opportunity-status-panel';
import { OpportunityPreview } from './opportunity-preview';
import { FillOpportunity, MyOpportunity, RenewOpportunity, SubmitOpportunity, WithdrawOpportunity } from './queries';
import { opportunityForm } from './opportunity-values';
import { renewalOutcome } from './renewing';

export async function loader(args: LoaderFunctionArgs) {
  const { business = '', opportunity = '' } = args.params;
  const answer = await querySignedIn(args, MyOpportunity, { business, id: opportunity });
  if (!answer) return null;
  if (!answer.myBusiness || !answer.myOpportunity) throw notFound();
  const query = new URL(args.request.url).searchParams;
  return {
    business: answer.myBusiness,
    email: answer.me?.email ?? '',
    opportunity: answer.myOpportunity,
    completedAction: query.get('did'),
    withdrawing: query.get('ask') === 'withdraw',
  };
}

type Outcome = 'sent' | 'renewed' | 'filled' | 'withdrawn';

const steps: Record<string, (context: SiteContext, id: string) => Promise<Outcome>> = {
  async submit(context, id) {
    await queryApi(context, SubmitOpportunity, { input: { id } });
    return 'sent';
  },
  async renew(context, id) {
    const { renewOpportunity } = await queryApi(context, RenewOpportunity, { input: { id } });
    return renewalOutcome(renewOpportunity);
  },
  async fill(context, id) {
    await queryApi(context, FillOpportunity, { input: { id } });
    return 'filled';
  },
  async withdraw(context, id) {
    await queryApi(context, WithdrawOpportunity, { input: { id } });
    return 'withdrawn';
  },
};

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const { business = '', opportunity = '' } = params;
  const form = await request.formData();
  const requestedAction = String(form.get('do'));
  const step = Object.hasOwn(steps, requestedAction) ? steps[requestedAction] : undefined;
  if (!step) return data({ errors: [{ text: words.site.badRequest.text }] }, 400);
  return withSession(context, form, async () => {
    const fields = { form: opportunityForm, values: null, errors: [] };
    const sent = await sendForm(context, words, fields, () => step(context, opportunity));
    if (!sent.isSent) return data(sent, sent.status);
    return redirect(`/business/${business}/opportunities/${opportunity}?did=${sent.answer}`, 303);
  });
}

export default function Opportunity() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const { business, email, opportunity, completedAction, withdrawing } = loaded;
  const t = words.site.business.opportunities;
  const errors = answer && 'errors' in answer ? answer.errors : [];
  const confirmations: Partial<Record<string, string>> = t.did;
  const isOpen = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED'].includes(opportunity.status);
  return (
    <BusinessFrame
      business={business}
      email={email}
      tab="opportunities"
      title={t.states[opportunity.status].title}
      errors={errors}
      confirmation={completedAction === null ? undefined : confirmations[completedAction]}
    >
      <BackLink to={`/business/${business.id}/opportunities`}>{t.all}</BackLink>
      <OpportunityStatusPanel opportunity={opportunity} />
      <OpportunityActions business={business} opportunity={opportunity} withdrawing={withdrawing} />
      {isOpen && <FlagList flags={opportunity.flags} />}
      <OpportunityPreview opportunity={opportunity} />
    </BusinessFrame>
  );
}
