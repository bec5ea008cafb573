import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import type { SiteContext } from '../../request/site-context';
import { runMutation } from '../attempt';
import { BusinessFrame } from '../business-frame';
import { businessOf } from '../business-of';
import type { MyBusinessData } from '../queries';
import { endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { OffersField, VettedFields } from './business-fields';
import { businessForm, vettedFields } from './business-values';
import type { BusinessField, BusinessValues } from './business-values';
import { UpdateBusiness } from './queries';

export const loader = (args: LoaderFunctionArgs) => businessOf(args);

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await request.formData();
  return withSession(context, form, async () => {
    const loaded = await businessOf(args);
    if (!loaded) throw notFound();
    const before = valuesOf(loaded.mine);
    const fields: readonly BusinessField[] = loaded.mine.myRole === 'OWNER' ? ['offers', ...vettedFields] : ['offers'];
    const read = businessForm.read(form);
    const typed = { ...before, ...Object.fromEntries(fields.map((field) => [field, read[field]])) };
    return save(request, context, loaded.mine, { fields, typed, before });
  });
}

interface Change {
  fields: readonly BusinessField[];
  typed: BusinessValues;
  before: BusinessValues;
}

/** Sends only changed fields: an unchanged field must not trigger a new vetting. */
async function save(request: Request, context: SiteContext, mine: MyBusinessData, { fields, typed, before }: Change) {
  const words = catalogueOf(localeOf(request));
  const wrong = (errors: FormError[], status: number) => data({ errors, typed }, status);
  const errors = businessForm.errors(typed, words, { only: fields });
  if (errors.length > 0) return wrong(errors, 422);
  const changed = fields.filter((field) => typed[field] !== before[field]);
  if (changed.length === 0) return wrong([{ text: words.site.business.register.nothingChanged }], 422);
  const input = { id: mine.id, ...Object.fromEntries(changed.map((field) => [field, typed[field]])) };
  let status = mine.status;
  const no = await runMutation(context, words, businessForm.texts(words), async () => {
    status = (await queryApi(context, UpdateBusiness, { input })).updateBusiness.status;
  });
  if (no) return wrong(no.errors, no.status);
  const did = status === 'SUBMITTED' && changed.some((field) => field !== 'offers') ? 'vetted' : 'saved';
  return redirect(`/business/${mine.id}?did=${did}`, 303);
}

function valuesOf(mine: MyBusinessData): BusinessValues {
  const all = [...vettedFields, 'offers' as const].map((field) => [field, mine[field]] as const);
  return Object.fromEntries(all) as BusinessValues;
}

/**
 * Shows one form for free changes and for changes that need a new vetting, so that no input is lost.
 * Headings tell them apart.
 */
export default function Edit() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const { mine, me } = loaded;
  const t = words.site.business.register;
  const formState = answer && 'typed' in answer ? answer : undefined;
  const errors: FormError[] = formState?.errors ?? [];
  const values = { ...valuesOf(mine), ...formState?.typed };
  const watched = mine.status === 'APPROVED';
  return (
    <BusinessFrame business={mine} email={me.email} tab="status" title={t.editTitle} errors={errors}>
      <h1>{t.editTitle}</h1>
      <form className="panel questions" method="post" noValidate>
        <h2>{t.editFree}</h2>
        <p>{t.editFreeText}</p>
        <OffersField values={values} errors={errors} />
        {mine.myRole === 'OWNER' && (
          <>
            <h2>{t.editVetted}</h2>
            <p className={watched ? 'note amber' : undefined}>{watched ? t.editWarning : t.editCalm}</p>
            <VettedFields values={values} errors={errors} />
          </>
        )}
        <button className="button large">{t.save}</button>
      </form>
    </BusinessFrame>
  );
}
