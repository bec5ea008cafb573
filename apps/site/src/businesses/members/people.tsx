import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { sendForm } from '../../forms/send-form';
import { shortText } from '../../forms/text-rules';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import { businessOf } from '../business-of';
import { endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { InviteForm, inviteForm } from './invite-form';
import { MemberList } from './member-list';
import { AddBusinessMember, RemoveBusinessMember } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await businessOf(args);
  return loaded && { ...loaded, removedAccountId: new URL(args.request.url).searchParams.get('remove') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const businessId = params['business'] ?? '';
  const currentPath = `/business/${businessId}/people`;
  const form = await request.formData();
  const values = inviteForm.read(form);
  return withSession(context, form, async () => {
    const removes = form.get('do') === 'remove';
    const typed = { form: inviteForm, values, errors: removes ? [] : inviteForm.errors(values, words) };
    const sent = await sendForm<typeof values, unknown>(context, words, typed, () =>
      removes
        ? queryApi(context, RemoveBusinessMember, { input: { businessId, accountId: shortText(form, 'account') } })
        : queryApi(context, AddBusinessMember, { input: { businessId, ...inviteForm.input(values) } }),
    );
    if (!sent.isSent) return data(sent, sent.status);
    if (removes && form.get('leaves') === '1') return redirect('/business/home', 303);
    return redirect(`${currentPath}?did=${removes ? 'removed' : 'invited'}`, 303);
  });
}

export default function People() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(actionData)} />;
  const { business, me, completedAction, removedAccountId } = loaded;
  const t = words.site.business.status;
  const formState = actionData && 'values' in actionData ? actionData : undefined;
  const errors: FormError[] = formState?.errors ?? [];
  const confirmations: Partial<Record<string, string>> = t.did;
  const mayChange = business.myRole === 'OWNER' && !business.frozen;
  return (
    <BusinessFrame
      business={business}
      email={me.email}
      tab="people"
      title={t.people}
      errors={errors}
      confirmation={completedAction === null ? undefined : confirmations[completedAction]}
    >
      <h1>{t.people}</h1>
      <p className="lead">{t.peopleLead}</p>
      <MemberList business={business} me={me.id} removedAccountId={removedAccountId} />
      {mayChange ? <InviteForm typed={formState?.values ?? {}} errors={errors} /> : <p>{t.ownersOnly}</p>}
    </BusinessFrame>
  );
}
