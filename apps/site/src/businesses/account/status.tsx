import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { shortText } from '../../forms/text-rules';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { runMutation } from '../attempt';
import { BusinessFrame } from '../business-frame';
import { businessOf } from '../business-of';
import type { MyBusinessData } from '../queries';
import { endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { BusinessFacts, BusinessHistory } from './business-facts';
import { DomainForm } from './domain-form';
import { VerifyDomain, ResubmitBusiness } from './queries';
import { BusinessStatusPanel } from './business-status-panel';
import { VettingSteps } from './vetting-steps';

export const loader = (args: LoaderFunctionArgs) => businessOf(args);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogueOf(localeOf(request));
  const id = params['business'] ?? '';
  const form = await request.formData();
  const t = words.site.business.status.errors;
  const mailbox = shortText(form, 'mailbox', 100);
  const wrong = (errors: FormError[], status: number) => data({ errors, mailbox }, status);
  return withSession(context, form, async () => {
    switch (form.get('do')) {
      case 'verify-domain': {
        if (mailbox === '') return wrong([{ field: 'mailbox', text: t.mailboxMissing }], 422);
        if (mailbox.includes('@')) return wrong([{ field: 'mailbox', text: t.mailboxWrong }], 422);
        const texts = { mailbox: { field: 'mailbox', text: t.mailboxWrong } };
        const no = await runMutation(context, words, texts, () =>
          queryApi(context, VerifyDomain, { input: { businessId: id, mailbox } }),
        );
        return no ? wrong(no.errors, no.status) : redirect(`/business/${id}?did=mailed`, 303);
      }
      case 'resubmit': {
        const no = await runMutation(context, words, {}, () => queryApi(context, ResubmitBusiness, { input: { id } }));
        return no ? wrong(no.errors, no.status) : redirect(`/business/${id}?did=resubmitted`, 303);
      }
      default:
        return wrong([{ text: words.site.badRequest.text }], 400);
    }
  });
}

export default function Status() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const { mine, me, did } = loaded;
  const t = words.site.business.status;
  const typed = answer && 'mailbox' in answer ? answer : { errors: [] as FormError[], mailbox: '' };
  const done: Partial<Record<string, string>> = t.did;
  const isVetted = ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED'].includes(mine.status) || mine.renewing;
  return (
    <BusinessFrame
      business={mine}
      email={me.email}
      tab="status"
      title={t.tabs.label}
      errors={typed.errors}
      done={did === null ? undefined : done[did]}
    >
      <BusinessStatusPanel mine={mine} />
      {mine.mayResubmit && <Resubmit mine={mine} />}
      {isVetted && <VettingSteps mine={mine} />}
      {isVetted && !mine.frozen && <DomainForm mine={mine} typed={typed.mailbox} errors={typed.errors} />}
      <BusinessFacts mine={mine} />
      <BusinessHistory mine={mine} />
    </BusinessFrame>
  );
}

function Resubmit({ mine }: { mine: MyBusinessData }) {
  const t = usePage().words.site.business.status;
  return (
    <form className="panel" method="post">
      <p>{mine.status === 'APPROVED' ? t.resubmitEarly : t.resubmitText}</p>
      <button className="button large" name="do" value="resubmit">
        {t.resubmit}
      </button>
    </form>
  );
}
