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
    const before = businessForm.valuesOf(loaded.mine);
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
  const words = catalogOf(localeOf(request));
  const changed = fields.filter((field) => typed[field] !== before[field]);
  const errors = businessForm.errors(typed, words, { only: fields });
  if (errors.length === 0 && changed.length === 0) errors.push({ text: words.site.business.register.nothingChanged });
  const input = businessForm.input(typed);
  const changes = Object.fromEntries(changed.map((field) => [field, input[field]]));
  const sent = await sendForm(context, words, { form: businessForm, values: typed, errors }, () =>
    queryApi(context, UpdateBusiness, { input: { id: mine.id, ...changes } }),
  );
  if (!sent.isSent) return data(sent, sent.status);
  const { status } = sent.answer.updateBusiness;
  const did = status === 'SUBMITTED' && changed.some((field) => field !== 'offers') ? 'vetted' : 'saved';
  return redirect(`/business/${mine.id}?did=${did}`, 303);
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
  const formState = answer && 'values' in answer ? answer : undefined;
  const errors: FormError[] = formState?.errors ?? [];
  const values = { ...businessForm.valuesOf(mine), ...formState?.values };
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
