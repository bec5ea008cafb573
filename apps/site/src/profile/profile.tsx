import { ApiRefusal } from '@upstander/api-client';
import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { runMutation } from '../businesses/attempt';
import { querySignedIn, endedForm, wasFormReturned, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { Done } from '../frame/done';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { ProfileForm } from './profile-form';
import { profileErrors, profileInput, profileValues, readProfile, type ProfileValues } from './profile-values';
import { MyProfile, UpdateMyVolunteer } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const answer = await querySignedIn(args, MyProfile, {});
  if (!answer?.me) {
    if (wasFormReturned(args.context)) return null;
    throw redirect('/sign-in?to=%2Faccount%2Fprofile', 303);
  }
  return { ...answer, did: new URL(args.request.url).searchParams.get('did') === 'save' };
}

/** Saves the volunteer's profile. Staff of their chapters can read most of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const words = catalogueOf(localeOf(request));
  const form = await request.formData();
  const typed = readProfile(form);
  const wrong = (errors: FormError[], status: number, values = typed) => data({ errors, typed: values }, status);
  const errors = profileErrors(typed, words);
  if (errors.length > 0) return wrong(errors, 422);
  return withSession(context, form, async () => {
    let changed: ProfileValues | null = null;
    const no = await runMutation(context, words, textsOf(typed, words), async () => {
      try {
        await queryApi(context, UpdateMyVolunteer, { input: profileInput(typed) });
      } catch (error) {
        if (!(error instanceof ApiRefusal)) throw error;
        // Keeps the typed values. Submitting again overwrites the other change.
        if (error.code === 'CHANGED_MEANWHILE') changed = await withVersionOfNow();
        throw error;
      }
    });
    if (!no) return redirect('/account/profile?did=save', 303);
    if (changed) return wrong([{ text: words.site.profile.changedMeanwhile }], 409, changed);
    return wrong(numberErrors(no.errors, typed, words), no.status);
  });

  async function withVersionOfNow(): Promise<ProfileValues> {
    const now = await queryApi(context, MyProfile, {});
    return { ...typed, version: profileValues(now).version };
  }
}

type Words = ReturnType<typeof catalogueOf>;

function textsOf(typed: ProfileValues, { site }: Words): Record<string, FormError> {
  const t = site.profile;
  return {
    name: { field: 'name', text: site.errors.nameWrong },
    preferredName: { field: 'preferredName', text: site.errors.nameWrong },
    postcode: { field: 'postcode', text: t.postcodeWrong },
    phone: { field: 'phone', text: site.errors.phoneWrong },
    emergencyContact: { field: typed.contactPhone === '' ? 'contactName' : 'contactPhone', text: t.contactWrong },
    birthYear: { field: 'birthYear', text: site.errors.birthYearWrong },
    accessibilityNeeds: { field: 'accessibility', text: t.accessibilityWrong },
  };
}

/** The API rejects an invalid phone number without naming the field, so the message is shown at each given number. */
function numberErrors(errors: FormError[], typed: ProfileValues, { site }: Words): FormError[] {
  if (errors.some(({ field }) => field !== undefined)) return errors;
  const numbers = [
    { field: 'phone', text: site.errors.phoneWrong },
    { field: 'contactPhone', text: site.profile.contactWrong },
  ] as const;
  const filled = numbers.filter(({ field }) => typed[field] !== '');
  return filled.length > 0 ? [...filled] : errors;
}

export default function Profile() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const t = words.site.profile;
  const formState = answer && 'typed' in answer ? answer : undefined;
  const errors: FormError[] = formState?.errors ?? [];
  return (
    <div className="narrow manage">
      <PageHead title={t.title} errors={errors} personal />
      <ErrorSummary errors={errors} />
      <a className="back" href="/account">
        <Icon name="back" />
        {words.site.account.title}
      </a>
      {loaded.did && errors.length === 0 && <Done>{t.saved}</Done>}
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <ProfileForm loaded={loaded} values={formState?.typed ?? profileValues(loaded)} errors={errors} />
    </div>
  );
}
