import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { sendForm } from '../../forms/send-form';
import { PersonalPage } from '../../frame/personal-page';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { SignedInAs } from '../business-frame';
import { querySignedIn, endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { OffersField, VettedFields } from './business-fields';
import { businessForm } from './business-values';
import { RegisterBusiness, RegisterStart } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const answer = await querySignedIn(args, RegisterStart, {});
  if (!answer) return null;
  const hasBusiness = answer.myBusinesses.length > 0;
  return { email: answer.me?.email ?? '', hasBusiness, country: answer.organization.country, key: crypto.randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const values = businessForm.read(form);
  const typed = { form: businessForm, values, errors: businessForm.errors(values, words) };
  return withSession(context, form, async () => {
    const sent = await sendForm(context, words, typed, () =>
      queryApi(context, RegisterBusiness, { input: businessForm.input(values) }),
    );
    if (!sent.isSent) return data(sent, sent.status);
    return redirect(`/business/${sent.answer.registerBusiness.id}?did=registered`, 303);
  });
}

export default function Register() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.business.register;
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const typed = answer && 'values' in answer ? answer : undefined;
  const errors: FormError[] = typed?.errors ?? [];
  const values = typed?.values ?? { country: loaded.country, key: loaded.key };
  return (
    <PersonalPage title={t.title} errors={errors} lead={t.lead}>
      {loaded.hasBusiness && <p className="note amber">{t.again}</p>}
      <form className="panel questions" method="post" action="/business/register" noValidate>
        <input type="hidden" name="key" value={values.key} />
        <VettedFields values={values} errors={errors} />
        <h2>{t.offer}</h2>
        <OffersField values={values} errors={errors} />
        <button className="button large">{t.send}</button>
        <p className="small">{t.sendHint}</p>
      </form>
      <SignedInAs email={loaded.email} />
    </PersonalPage>
  );
}
