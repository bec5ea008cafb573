import { catalogueOf, type Catalogue } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { isAddress, shortText } from '../../forms/typed';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import type { SiteContext } from '../../request/site-context';
import { attempt } from '../attempt';
import { BusinessFrame } from '../business-frame';
import { businessOf } from '../business-of';
import { endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { InviteForm, noInvitation, type Invitation } from './invite-form';
import { MemberList } from './member-list';
import { AddBusinessMember, RemoveBusinessMember } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await businessOf(args);
  return loaded && { ...loaded, removing: new URL(args.request.url).searchParams.get('remove') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogueOf(localeOf(request));
  const businessId = params['business'] ?? '';
  const here = `/business/${businessId}/people`;
  const form = await request.formData();
  const invitation: Invitation = {
    name: shortText(form, 'name'),
    email: shortText(form, 'email'),
    role: shortText(form, 'role'),
  };
  const wrong = (errors: FormError[], status: number) => data({ errors, invitation }, status);
  return withSession(context, form, async () => {
    if (form.get('do') === 'remove') {
      const input = { businessId, accountId: shortText(form, 'account') };
      const no = await attempt(context, words, {}, () => ask(context, RemoveBusinessMember, { input }));
      if (no) return wrong(no.errors, no.status);
      return redirect(form.get('leaves') === '1' ? '/business/home' : `${here}?did=removed`, 303);
    }
    const errors = invitationErrors(invitation, words);
    if (errors.length > 0) return wrong(errors, 422);
    const no = await invite(context, words, businessId, invitation);
    return no ? wrong(no.errors, no.status) : redirect(`${here}?did=invited`, 303);
  });
}

function invite(context: SiteContext, words: Catalogue, businessId: string, { name, email, role }: Invitation) {
  const { errors } = words.site;
  const texts = {
    name: { field: 'name', text: errors.nameWrong },
    email: { field: 'email', text: errors.emailWrong },
  };
  const input = { businessId, name, email, role: role === 'OWNER' ? ('OWNER' as const) : ('EDITOR' as const) };
  return attempt(context, words, texts, () => ask(context, AddBusinessMember, { input }));
}

function invitationErrors({ name, email, role }: Invitation, { site }: Catalogue): FormError[] {
  const t = site.business.status.errors;
  const errors: FormError[] = [];
  if (name === '') errors.push({ field: 'name', text: t.personMissing });
  else if (name.length > 100) errors.push({ field: 'name', text: site.errors.nameWrong });
  if (email === '') errors.push({ field: 'email', text: t.emailMissing });
  else if (!isAddress(email)) errors.push({ field: 'email', text: site.errors.emailWrong });
  if (role !== 'OWNER' && role !== 'EDITOR') {
    errors.push({ field: 'EDITOR', text: t.roleMissing });
  }
  return errors;
}

/** Who acts for the business; owners invite and remove. */
export default function People() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const { mine, me, did, removing } = loaded;
  const t = words.site.business.status;
  const given = answer && 'invitation' in answer ? answer : undefined;
  const errors: FormError[] = given?.errors ?? [];
  const done: Partial<Record<string, string>> = t.did;
  const mayChange = mine.myRole === 'OWNER' && !mine.frozen;
  return (
    <BusinessFrame
      business={mine}
      email={me.email}
      tab="people"
      title={t.people}
      errors={errors}
      done={did === null ? undefined : done[did]}
    >
      <h1>{t.people}</h1>
      <p className="lead">{t.peopleLead}</p>
      <MemberList mine={mine} me={me.id} removing={removing} />
      {mayChange ? <InviteForm typed={given?.invitation ?? noInvitation} errors={errors} /> : <p>{t.ownersOnly}</p>}
    </BusinessFrame>
  );
}
