import { ApiRefusal } from '@upstander/api-client';
import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { endedForm, queryMe, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import type { FormError } from '../forms/error-summary';
import { sendForm } from '../forms/send-form';
import { PersonalPage } from '../frame/personal-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { ProfileForm } from './profile-form';
import { profileErrors, profileForm, profileInput, profileValues, type ProfileValues } from './profile-values';
import { MyProfile, UpdateMyVolunteer } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const answer = await queryMe(args, MyProfile, {});
  if (!answer) return null;
  return { ...answer, completedAction: new URL(args.request.url).searchParams.get('did') === 'save' };
}

/** Staff of the volunteer's chapters can read most of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const values = profileForm.read(form);
  const texts = () => textsOf(values, words);
  const typed = { form: { ...profileForm, texts }, values, errors: profileErrors(values, words) };
  return withSession(context, form, async () => {
    let version: string | null = null;
    const sent = await sendForm(context, words, typed, () =>
      queryApi(context, UpdateMyVolunteer, { input: profileInput(values) }).catch(async (error: unknown) => {
        // Submitting again overwrites the other change.
        if (error instanceof ApiRefusal && error.code === 'CHANGED_MEANWHILE')
          version = profileValues(await queryApi(context, MyProfile, {})).version;
        throw error;
      }),
    );
    if (sent.isSent) return redirect('/account/profile?did=save', 303);
    if (version !== null)
      return data({ values: { ...values, version }, errors: [{ text: words.site.profile.changedMeanwhile }] }, 409);
    return data({ values, errors: numberErrors(sent.errors, values, words) }, sent.status);
  });
}

type Words = ReturnType<typeof catalogOf>;

function textsOf(typed: ProfileValues, words: Words): Record<string, FormError> {
  const field = typed.contactPhone === '' ? 'contactName' : 'contactPhone';
  return {
    ...profileForm.texts(words),
    emergencyContact: { field, text: words.site.profile.contactWrong },
  };
}

/** The API rejects an invalid phone number without naming the field, so the message is shown at each given number. */
function numberErrors(errors: FormError[], typed: ProfileValues, { site }: Words): FormError[] {
  if (errors.some(({ field }) => field !== undefined)) return errors;
  const numberFields = [
    { field: 'phone', text: site.errors.phoneWrong },
    { field: 'contactPhone', text: site.profile.contactWrong },
  ] as const;
  const filledFields = numberFields.filter(({ field }) => typed[field] !== '');
  return filledFields.length > 0 ? [...filledFields] : errors;
}

export default function Profile() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const t = words.site.profile;
  const formState = answer && 'values' in answer ? answer : undefined;
  const errors: FormError[] = formState?.errors ?? [];
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      back={{ to: '/account', label: words.site.account.title }}
      done={loaded.completedAction && t.saved}
      lead={t.lead}
    >
      <ProfileForm loaded={loaded} values={formState?.values ?? profileValues(loaded)} errors={errors} />
    </PersonalPage>
  );
}
