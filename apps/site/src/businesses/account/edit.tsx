import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { sendForm } from '../../forms/send-form';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import type { SiteContext } from '../../request/site-context';
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
    const previousValues = businessForm.valuesOf(loaded.business);
    const fields: readonly BusinessField[] =
      loaded.business.myRole === 'OWNER' ? ['offers', ...vettedFields] : ['offers'];
    const read = businessForm.read(form);
    const typed = { ...previousValues, ...Object.fromEntries(fields.map((field) => [field, read[field]])) };
    return save(request, context, loaded.business, { fields, typed, previousValues });
  });
}

interface Change {
  fields: readonly BusinessField[];
  typed: BusinessValues;
  previousValues: BusinessValues;
}

/** Sends only changed fields: an unchanged field must not trigger a new vetting. */
async function save(
  request: Request,
  context: SiteContext,
  business: MyBusinessData,
  { fields, typed, previousValues }: Change,
) {
  const words = catalogOf(localeOf(request));
  const changed = fields.filter((field) => typed[field] !== previousValues[field]);
  const errors = businessForm.errors(typed, words, { only: fields });
  if (errors.length === 0 && changed.length === 0) errors.push({ text: words.site.business.register.nothingChanged });
  const input = businessForm.input(typed);
  const changes = Object.fromEntries(changed.map((field) => [field, input[field]]));
  const sent = await sendForm(context, words, { form: businessForm, values: typed, errors }, () =>
    queryApi(context, UpdateBusiness, { input: { id: business.id, ...changes } }),
  );
  if (!sent.isSent) return data(sent, sent.status);
  const { status } = sent.answer.updateBusiness;
  const did = status === 'SUBMITTED' && changed.some((field) => field !== 'offers') ? 'vetted' : 'saved';
  return redirect(`/business/${business.id}?did=${did}`, 303);
}

/** Shows one form for free changes and for changes that need a new vetting, so that no input is lost. */
export default function Edit() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(actionData)} />;
  const { business, me } = loaded;
  const t = words.site.business.register;
  const formState = actionData && 'values' in actionData ? actionData : undefined;
  const errors: FormError[] = formState?.errors ?? [];
  const values = { ...businessForm.valuesOf(business), ...formState?.values };
  const isApproved = business.status === 'APPROVED';
  return (
    <BusinessFrame business={business} email={me.email} tab="status" title={t.editTitle} errors={errors}>
      <h1>{t.editTitle}</h1>
      <form className="panel questions" method="post" noValidate>
        <h2>{t.editFree}</h2>
        <p>{t.editFreeText}</p>
        <OffersField values={values} errors={errors} />
        {business.myRole === 'OWNER' && (
          <>
            <h2>{t.editVetted}</h2>
            <p className={isApproved ? 'note amber' : undefined}>{isApproved ? t.editWarning : t.editCalm}</p>
            <VettedFields values={values} errors={errors} />
          </>
        )}
        <button className="button large">{t.save}</button>
      </form>
    </BusinessFrame>
  );
}
