import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, changeSession } from '../api/ask';
import { endedForm, queryMe, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import type { FormError } from '../forms/error-summary';
import { pressButton } from '../forms/send-form';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { SignOut } from '../sign-in/queries';
import { signInPath } from '../sign-in/return-to';
import { EraseMyVolunteer, MyVolunteerData } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const answer = await queryMe(args, MyVolunteerData, {});
  if (!answer) return null;
  const query = new URL(args.request.url).searchParams;
  const { email, volunteer } = answer.me;
  const isRecent = answer.signedInRecently;
  const isEraseRequested = isRecent && query.get('ask') === 'erase';
  return { email, isStored: volunteer !== null, isRecent, isEraseRequested, did: query.get('did') === 'erase' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  if (form.get('do') === 'prove') return signInAgain(context);
  return withSession(context, form, async () => {
    const sent = await pressButton(context, words, () => queryApi(context, EraseMyVolunteer, {}));
    return sent.isSent ? redirect('/account/data?did=erase', 303) : data(sent, sent.status);
  });
}

/** Returns here after a new sign-in. */
async function signInAgain(context: SiteContext) {
  const { headers } = await changeSession(context, SignOut, {});
  return redirect(`${signInPath('/account/data')}&did=prove`, { status: 303, headers });
}

export default function MyData() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const t = words.site.myData;
  const errors: FormError[] = answer && 'errors' in answer ? answer.errors : [];
  const isEraseRequested = loaded.isStored && loaded.isEraseRequested && errors.length === 0;
  const title = isEraseRequested ? t.askTitle : t.title;
  return (
    <PersonalPage
      title={title}
      errors={errors}
      back={{
        to: isEraseRequested ? '/account/data' : '/account',
        label: isEraseRequested ? t.title : words.site.account.title,
      }}
      done={loaded.did && !loaded.isStored && t.erased}
    >
      {isEraseRequested ? (
        <Question email={loaded.email} />
      ) : (
        <StoredDataPanel isStored={loaded.isStored} isRecent={loaded.isRecent} />
      )}
      {!isEraseRequested && <AllData />}
    </PersonalPage>
  );
}

function StoredDataPanel({ isStored, isRecent }: { isStored: boolean; isRecent: boolean }) {
  const t = usePage().words.site.myData;
  if (!isStored) return <p className="lead">{t.nothing}</p>;
  if (!isRecent) {
    return (
      <form className="panel" method="post" action="/account/data">
        <p>{t.signInAgain}</p>
        <SubmitButton action="prove" label={t.signInAgainButton} />
      </form>
    );
  }
  return (
    <>
      <section className="panel" aria-labelledby="take">
        <h2 id="take">{t.take}</h2>
        <p>{t.takeText}</p>
        <p className="actions">
          <ButtonLink to="/exports/my-volunteer.json" label={t.takeLink} look="quiet" download />
        </p>
      </section>
      <section className="panel" aria-labelledby="erase">
        <h2 id="erase">{t.erase}</h2>
        <ErasureEffects />
        <p className="actions">
          <ButtonLink to="/account/data?ask=erase" label={t.eraseLink} look="leave" />
        </p>
      </section>
    </>
  );
}

/** Gifts, emails and the account belong to the email address, not to the volunteer record. They have their own page. */
function AllData() {
  const t = usePage().words.site.peoplesData;
  return (
    <section className="panel" aria-labelledby="everything">
      <h2 id="everything">{t.all}</h2>
      <p>{t.allText}</p>
      <form className="actions" method="post" action="/my-data/mine">
        <button className="button quiet">{t.title}</button>
      </form>
    </section>
  );
}

function ErasureEffects() {
  const t = usePage().words.site.myData;
  return (
    <ul>
      <li>{t.goes}</li>
      <li>{t.stays}</li>
      <li>{t.account}</li>
      <li>{t.ahead}</li>
    </ul>
  );
}

function Question({ email }: { email: string }) {
  const t = usePage().words.site.myData;
  return (
    <section className="panel">
      <p>{t.askText({ email })}</p>
      <ErasureEffects />
      <div className="actions">
        <form method="post" action="/account/data">
          <button className="button leave large">{t.askYes}</button>
        </form>
        <ButtonLink to="/account/data" label={t.askNo} look="quiet large" />
      </div>
    </section>
  );
}
