import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, moneyText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound, orNotFound } from '../api/ask';
import { Cover } from '../campaigns/cover';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { BackLink } from '../frame/back-link';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { PlainPage } from '../frame/plain-page';
import { rateText } from '../money/money-format';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import type { Handle } from '../request/site-routes';
import { DataBlock } from '../share/data-block';
import { donateAction } from '../share/donate-action';
import { Questions } from '../share/questions';
import { dedicationErrors, readOptionalDedication, type DedicationValues } from './dedication';
import { draftCookie } from './draft-cookie';
import { initialGiftValues } from './first-values';
import { GiveForm } from './give-form';
import { amountOf, giveErrors, readGive, type GiveValues } from './give-values';
import {
  GeneralFunds,
  GiveForm as GiveQuery,
  type Challenge,
  type GeneralFundData,
  type GiveAnswer,
  type GiveData,
} from './queries';
import { sendGift } from './send-gift';

export const handle: Handle = { sheet: 'give' };

interface GiveFormData {
  campaign: GiveData;
  page: GiveAnswer['campaignPage'];
  challenge: Challenge;
}

async function loadGiveForm(context: SiteContext, slug: string, page: string): Promise<GiveFormData> {
  const answer = await queryApi(context, GiveQuery, { slug, page, forPage: page !== '' }).catch((error: unknown) => {
    // If the team or personal page was removed, the gift goes to the campaign.
    if (page !== '' && error instanceof ApiRefusal && error.code === 'NOT_FOUND') return null;
    return orNotFound(error);
  });
  if (answer === null) return loadGiveForm(context, slug, '');
  if (!answer.campaign) throw notFound();
  return { campaign: answer.campaign, page: answer.campaignPage, challenge: answer.giftChallenge };
}

async function generalFunds(context: SiteContext): Promise<readonly GeneralFundData[]> {
  return (await queryApi(context, GeneralFunds, {})).generalFunds;
}

/** At /give, returns the requested general fund or the organization's. */
async function slugOf(context: SiteContext, slug: string | undefined, fund: string | null): Promise<string> {
  if (slug !== undefined) return slug;
  const funds = await generalFunds(context);
  const chosen = funds.find((candidate) => candidate.slug === fund) ?? funds[0];
  if (!chosen) throw redirect('/fundraisers', 303);
  return chosen.slug;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const slug = await slugOf(context, params['slug'], query.get('fund'));
  const facts = await loadGiveForm(context, slug, (query.get('page') ?? '').slice(0, 100));
  if (!facts.campaign.acceptsGifts) {
    throw redirect(facts.campaign.isGeneral ? '/fundraisers' : `/fundraisers/${facts.campaign.slug}`, 303);
  }
  const { isGeneral, currency } = facts.campaign;
  const funds = isGeneral ? (await generalFunds(context)).filter((fund) => fund.currency === currency) : [];
  const { values, note } = await initialGiftValues(context, request, facts.campaign);
  const page = facts.page ?? null;
  const headers = {
    'content-security-policy': context.policy({
      pays: true,
      totals: true,
      proves: facts.challenge.required && !facts.challenge.emailLinkRequired,
    }),
  };
  // Leaves out a page that no longer exists. A page from an emailed link existed a day ago.
  const pageSlug = query.has('page') ? (page?.slug ?? '') : values.page;
  const isGivePage = params['slug'] === undefined && !query.has('link') && !query.has('gift');
  return data(
    { ...facts, funds, isGivePage, page, values: { ...values, fund: slug, page: pageSlug }, note },
    { headers },
  );
}

export const headers = ({ loaderHeaders }: HeadersArgs): Headers => loaderHeaders;

interface FormState {
  values: GiveValues;
  dedication: DedicationValues | null;
  errors: FormError[];
  isMailed: boolean;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const values = readGive(form);
  const dedication = readOptionalDedication(form);
  const { campaign } = await loadGiveForm(context, await slugOf(context, params['slug'], values.fund), '');
  const answer = (changes: Partial<FormState>, status: number) =>
    data<FormState>({ values, dedication, errors: [], isMailed: false, ...changes }, { status });
  if (form.get('do') === 'work-out') {
    const typed = amountOf({ ...values, amount: 'other' }, campaign.currency);
    const errors = typed === null ? [{ field: 'other', text: words.site.give.errors.amountWrong }] : [];
    return answer({ values: { ...values, amount: 'other', solution: '' }, errors }, errors.length > 0 ? 422 : 200);
  }
  const errors = [
    ...giveErrors(values, campaign.minimum, { locale, words, contactEmail: context.organization.contactEmail }),
    ...(dedication === null ? [] : dedicationErrors(dedication, words)),
  ];
  const amount = amountOf(values, campaign.currency);
  if (errors.length > 0 || amount === null) return answer({ errors }, 422);
  const campaignSlug = await fundOf(context, campaign, values.fund);
  const gift = { campaignSlug, amount, values, dedication, isByMail: form.get('do') === 'mail' };
  const outcome = await sendGift(context, gift, locale, words);
  if (outcome.kind === 'pay') {
    return redirect(outcome.checkoutUrl, {
      status: 303,
      headers: { 'set-cookie': draftCookie(values.key, context.publicUrl) },
    });
  }
  if (outcome.kind === 'mailed') return answer({ isMailed: true }, 200);
  const nextValues = outcome.newKey ? { ...values, key: crypto.randomUUID() } : values;
  return answer({ values: nextValues, errors: outcome.errors }, outcome.httpStatus);
}

/** For a general fund, any other in its currency can be chosen. */
async function fundOf(context: SiteContext, campaign: GiveData, fund: string): Promise<string> {
  if (!campaign.isGeneral || fund === campaign.slug) return campaign.slug;
  const funds = await generalFunds(context);
  return funds.find(({ slug, currency }) => slug === fund && currency === campaign.currency)?.slug ?? campaign.slug;
}

export default function Give() {
  const { words, organizationName, publicUrl, contactEmail } = usePage();
  const { campaign, funds, isGivePage, page, challenge, values, note } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.give;
  const errors = answer?.errors ?? [];
  const title = t.title({ campaign: campaign.isGeneral ? organizationName : campaign.title });
  const campaignPath = `/fundraisers/${campaign.slug}`;
  if (answer?.isMailed) return <Mailed />;
  return (
    <div className="wide giving">
      <PageHead
        title={title}
        description={isGivePage ? t.generalLead : undefined}
        errors={errors}
        isPersonal={!isGivePage}
      />
      {isGivePage && <DataBlock data={donateAction({ name: organizationName, publicUrl, contactEmail }, title)} />}
      <ErrorSummary errors={errors} />
      <BackLink to={campaign.isGeneral ? '/fundraisers' : page ? `${campaignPath}/${page.slug}` : campaignPath}>
        {campaign.isGeneral ? t.toFundraisers : t.back}
      </BackLink>
      {note !== null && answer === undefined && (
        <p className={note === 'link-gone' ? 'note amber' : 'note'} role="status">
          {note === 'cancelled' ? t.cancelledNote : note === 'link' ? t.linkNote : t.linkGone}
        </p>
      )}
      <h1 className="give-title">{title}</h1>
      {campaign.isGeneral && (
        <p className="lead">
          {t.generalLead} <a href={campaignPath}>{t.whereItWent}</a>
        </p>
      )}
      <div className="event-columns giving-columns">
        <section className="panel" aria-labelledby="gift-heading">
          <h2 id="gift-heading">{t.heading}</h2>
          {page && <p>{t.toPage({ name: page.ownerName })}</p>}
          <GiveForm
            campaign={campaign}
            funds={funds}
            challenge={challenge}
            values={answer?.values ?? values}
            dedication={answer?.dedication ?? null}
            errors={errors}
          />
        </section>
        <Aside campaign={campaign} />
      </div>
      {isGivePage && <Questions heading={t.questionsTitle} questions={t.questions} />}
    </div>
  );
}

function Aside({ campaign }: { campaign: GiveData }) {
  const { words, organizationName, locale } = usePage();
  const t = words.site.give;
  return (
    <aside className="giving-aside" aria-labelledby="aside-heading">
      <Cover campaign={campaign} decorative className="card-cover" />
      <p className="aside-title">
        {t.for({ name: campaign.beneficiary.kind === 'OWN' ? organizationName : campaign.beneficiary.name })}
      </p>
      {campaign.isGeneral && campaign.storyHtml !== '' && (
        <div
          className="prose"
          lang={campaign.language === locale ? undefined : campaign.language}
          dangerouslySetInnerHTML={{ __html: campaign.storyHtml }}
        />
      )}
      <h2 id="aside-heading">{t.asideTitle}</h2>
      <ul className="ticks">
        {[
          t.noShare,
          t.feeTruth({ percent: rateText(locale, campaign.feePercent), fixed: moneyText(locale, campaign.feeFixed) }),
          ...t.aside,
        ].map((line) => (
          <li key={line}>
            <Icon name="check" />
            {line}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Mailed() {
  const { words } = usePage();
  const t = words.site.give;
  return (
    <PlainPage icon="speech" title={t.mailedTitle} text={t.mailedText}>
      <p>{t.mailedHint}</p>
    </PlainPage>
  );
}
