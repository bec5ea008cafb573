import { catalogueOf, type Catalogue } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import type { Puzzle } from '../../forms/puzzle-field';
import type { FormError } from '../../forms/error-summary';
import { solutionIn } from '../../forms/puzzle';
import { shortText } from '../../forms/text-rules';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import type { SiteContext } from '../../request/site-context';
import { runMutation } from '../attempt';
import { BusinessFrame } from '../business-frame';
import { businessOf } from '../business-of';
import { endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { InviteForm, inviteForm, type Invitation } from './invite-form';
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
  const invitation = inviteForm.read(form);
  const wrong = (errors: FormError[], status: number, puzzle: Puzzle | null = null) =>
    data({ errors, invitation, puzzle }, status);
  return withSession(context, form, async () => {
    if (form.get('do') === 'remove') {
      const input = { businessId, accountId: shortText(form, 'account') };
      const no = await runMutation(context, words, {}, () => queryApi(context, RemoveBusinessMember, { input }));
      if (no) return wrong(no.errors, no.status);
      return redirect(form.get('leaves') === '1' ? '/business/home' : `${here}?did=removed`, 303);
    }
    const errors = inviteForm.errors(invitation, words);
    if (errors.length > 0) return wrong(errors, 422);
    const no = await invite(context, words, { businessId, ...invitation, solution: solutionIn(form) });
    return no ? wrong(no.errors, no.status, no.puzzle) : redirect(`${here}?did=invited`, 303);
  });
}

function invite(
  context: SiteContext,
  words: Catalogue,
  { role, ...invitation }: Invitation & { businessId: string; solution: string | null },
) {
  const input = { ...invitation, role: role === 'OWNER' ? ('OWNER' as const) : ('EDITOR' as const) };
  return runMutation(context, words, inviteForm.texts(words), () => queryApi(context, AddBusinessMember, { input }));
}

export default function People() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const { mine, me, did, removing } = loaded;
  const t = words.site.business.status;
  const formState = answer && 'invitation' in answer ? answer : undefined;
  const errors: FormError[] = formState?.errors ?? [];
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
      {mayChange ? <InviteForm typed={formState?.invitation ?? {}} errors={errors} /> : <p>{t.ownersOnly}</p>}
    </BusinessFrame>
  );
}
