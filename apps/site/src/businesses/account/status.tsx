import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { sendForm } from '../../forms/send-form';
import { SubmitButton } from '../../frame/button';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import { businessOf } from '../business-of';
import type { MyBusinessData } from '../queries';
import { endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { BusinessFacts, BusinessHistory } from './business-facts';
import { domainForm, DomainForm } from './domain-form';
import { VerifyDomain, ResubmitBusiness } from './queries';
import { BusinessStatusPanel } from './business-status-panel';
import { VettingSteps } from './vetting-steps';

export const loader = (args: LoaderFunctionArgs) => businessOf(args);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const id = params['business'] ?? '';
  const form = await request.formData();
  const values = domainForm.read(form);
  return withSession(context, form, async () => {
    const button = form.get('do');
    const did = button === 'verify-domain' ? 'mailed' : button === 'resubmit' && 'resubmitted';
    if (!did) return data({ values, errors: [{ text: words.site.badRequest.text }] }, 400);
    const errors = did === 'mailed' ? domainForm.errors(values, words) : [];
    const sent = await sendForm<typeof values, unknown>(context, words, { form: domainForm, values, errors }, () =>
      did === 'mailed'
        ? queryApi(context, VerifyDomain, { input: { businessId: id, ...values } })
        : queryApi(context, ResubmitBusiness, { input: { id } }),
    );
    return sent.isSent ? redirect(`/business/${id}?did=${did}`, 303) : data(sent, sent.status);
  });
}

export default function Status() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(actionData)} />;
  const { business, me, completedAction } = loaded;
  const t = words.site.business.status;
  const typed =
    actionData && 'values' in actionData ? actionData : { errors: [] as FormError[], values: domainForm.blank };
  const confirmations: Partial<Record<string, string>> = t.did;
  const isVetted = ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED'].includes(business.status) || business.renewing;
  return (
    <BusinessFrame
      business={business}
      email={me.email}
      tab="status"
      title={t.tabs.label}
      errors={typed.errors}
      confirmation={completedAction === null ? undefined : confirmations[completedAction]}
    >
      <BusinessStatusPanel business={business} />
      {business.mayResubmit && <Resubmit business={business} />}
      {isVetted && <VettingSteps business={business} />}
      {isVetted && !business.frozen && <DomainForm business={business} values={typed.values} errors={typed.errors} />}
      <BusinessFacts business={business} />
      <BusinessHistory business={business} />
    </BusinessFrame>
  );
}

function Resubmit({ business }: { business: MyBusinessData }) {
  const t = usePage().words.site.business.status;
  return (
    <form className="panel" method="post">
      <p>{business.status === 'APPROVED' ? t.resubmitEarly : t.resubmitText}</p>
      <SubmitButton action="resubmit" label={t.resubmit} look="large" />
    </form>
  );
}
