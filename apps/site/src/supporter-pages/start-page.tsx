import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { sendForm } from '../forms/send-form';
import { PersonalPage } from '../frame/personal-page';
import { MailSent } from '../fundraisers/mail-sent';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { StartPageForm } from './start-page-form';
import { pageErrors, pageForm, pageGoal } from './page-values';
import { PageStart, StartPage, type PageStartData } from './queries';

/** Adds the team to join if it's missing from the limited list of a large campaign. */
async function campaignOf(context: SiteContext, slug: string, team: string): Promise<PageStartData> {
  const { campaign, campaignPage } = await queryApi(context, PageStart, { slug, team }).catch(orNotFound);
  if (!campaign) throw notFound();
  const isListed = campaign.pages.some((page) => page.slug === campaignPage?.slug);
  return isListed || campaignPage?.kind !== 'TEAM'
    ? campaign
    : { ...campaign, pages: [...campaign.pages, campaignPage] };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const team = query.get('team') ?? '';
  const campaign = await campaignOf(context, params['slug'] ?? '', team);
  const sent = query.get('sent') === '1';
  if (!sent && !campaign.acceptsGifts) throw redirect(`/fundraisers/${campaign.slug}`, 303);
  return { campaign, sent, team, key: crypto.randomUUID() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const values = pageForm.read(await request.formData());
  const campaign = await campaignOf(context, params['slug'] ?? '', values.team);
  const { teamSlug, ...input } = pageForm.input(values);
  const more = { goal: pageGoal(values, campaign.currency), teamSlug: values.kind === 'TEAM' ? null : teamSlug };
  const typed = { form: pageForm, values, errors: pageErrors(values, campaign, words) };
  const sent = await sendForm(context, words, typed, () =>
    queryApi(context, StartPage, {
      input: { ...input, ...more, campaignSlug: campaign.slug, locale: localeName(locale) },
    }),
  );
  if (!sent.isSent) return data(sent, sent.status);
  return redirect(`/fundraisers/${campaign.slug}/start-a-page?sent=1`, 303);
}

export default function StartAPage() {
  const { words } = usePage();
  const { campaign, sent, team, key } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.fundraiser;
  if (sent && actionData === undefined) return <MailSent text={t.pageStartedText} />;
  const errors = actionData?.errors ?? [];
  const teamPage = campaign.pages.find(({ kind, slug }) => kind === 'TEAM' && slug === team);
  const title = teamPage ? t.joinTitle({ team: teamPage.title }) : t.pageStartTitle;
  const campaignPath = `/fundraisers/${campaign.slug}`;
  return (
    <PersonalPage title={title} errors={errors} back={{ to: campaignPath, label: campaign.title }} className="narrow">
      <p className="lead">
        {teamPage ? t.joinLead({ campaign: campaign.title }) : t.pageStartLead({ campaign: campaign.title })}
      </p>
      <StartPageForm
        campaign={campaign}
        values={actionData?.values ?? { kind: teamPage ? ('PERSONAL' as const) : '', team, key }}
        errors={errors}
      />
    </PersonalPage>
  );
}
