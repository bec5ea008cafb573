import { ApiRefusal } from '@upstander/api-client';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { changeSession } from '../api/ask';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { needsNewSignIn } from './needs-new-sign-in';
import { querySignedIn } from '../businesses/signed-in';
import { usePage } from '../request/page-context';
import { useHasPage } from '../request/features';
import { homePathOf } from '../sign-in/home-path';
import { SignOut, SignOutEverywhere } from '../sign-in/queries';
import { Devices } from './devices';
import { HoursGiven } from './hours-given';
import { accountEntries, MyAccount } from './queries';
import { SignupList } from './signup-list';
import { StandingList } from './standing-list';

export async function loader(args: LoaderFunctionArgs) {
  const result = await querySignedIn(args, MyAccount, {});
  if (!result?.me) throw redirect('/sign-in?to=%2Faccount', 303);
  return { ...result, me: result.me, fromAdmin: new URL(args.request.url).searchParams.get('from') === 'admin' };
}

/**
 * Signs out everywhere.
 * If the sign-in is old, only this browser is signed out and a new sign-in is required first: someone who finds an open
 * browser must not be able to sign the owner out of all others.
 */
export async function action({ context }: ActionFunctionArgs) {
  try {
    const { headers } = await changeSession(context, SignOutEverywhere, {});
    return redirect('/sign-in?did=everywhere', { status: 303, headers });
  } catch (error) {
    if (!(error instanceof ApiRefusal) || !needsNewSignIn.has(error.code)) throw error;
    const { headers } = await changeSession(context, SignOut, {});
    return redirect('/sign-in?to=%2Faccount&did=again', { status: 303, headers });
  }
}

export default function Account() {
  const { words, now } = usePage();
  const { me, mySessions, mySignups, myRegistrations, myLedShifts, myStandingSignups, fromAdmin } =
    useLoaderData<typeof loader>();
  const t = words.site.account;
  const entries = accountEntries(mySignups, myRegistrations);
  const upcoming = entries.filter(({ endsAt }) => endsAt > now);
  const past = entries.filter(({ endsAt }) => endsAt <= now).reverse();
  const home = homePathOf(me);
  const hasPage = useHasPage();
  return (
    <PersonalPage title={t.title} heading={null}>
      <p className="greeting">{t.hello({ name: me.name })}</p>
      <h1>{t.title}</h1>
      {fromAdmin && home !== '/admin' && <p className="note amber">{t.fromAdmin}</p>}
      <section aria-labelledby="ahead">
        <h2 id="ahead">{t.ahead}</h2>
        {upcoming.length > 0 ? (
          <SignupList entries={upcoming} ledShifts={myLedShifts} />
        ) : (
          <p>{entries.length === 0 ? t.nothing : t.nothingAhead}</p>
        )}
        <p className="actions">
          <ButtonLink to="/events?view=shifts" label={t.shifts} />
          <ButtonLink to="/events" label={t.events} look="quiet" />
        </p>
      </section>
      <StandingList standingSignups={myStandingSignups} />
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{t.past}</h2>
          <SignupList entries={past} ledShifts={myLedShifts} />
        </section>
      )}
      {me.volunteer && <HoursGiven volunteer={me.volunteer} />}
      <section aria-labelledby="you">
        <h2 id="you">{t.you}</h2>
        <p>{t.profileText}</p>
        <AccountLinkRow to="/account/profile" label={t.profile} />
        <AccountLinkRow to="/account/credentials" label={words.site.credentials.title} />
        <AccountLinkRow to="/account/notifications" label={words.site.notifications.accountLink} />
        <AccountLinkRow to="/account/data" label={words.site.myData.title} />
      </section>
      {home === '/business/home' && hasPage(home) && (
        <section aria-labelledby="business">
          <h2 id="business">{t.business}</h2>
          <AccountLinkRow to={home} label={t.openBusiness} />
        </section>
      )}
      {home === '/admin' && <AccountLinkRow to={home} label={t.staff} />}
      <section aria-labelledby="sessions">
        <h2 id="sessions">{t.sessions}</h2>
        <p>
          {words.site.signIn.signedInAs({ email: me.email })}. {t.sessionsText}
        </p>
        <Devices sessions={mySessions} />
        <div className="actions">
          <form method="post" action="/sign-out">
            <button className="button quiet">{words.site.signIn.signOut}</button>
          </form>
          <form method="post">
            <SubmitButton label={t.everywhere} look="quiet" aria-describedby="everywhere-hint" />
          </form>
        </div>
        <p className="small" id="everywhere-hint">
          {t.everywhereText}
        </p>
      </section>
    </PersonalPage>
  );
}

function AccountLinkRow({ to, label }: { to: string; label: string }) {
  return (
    <p className="actions">
      <ButtonLink to={to} label={label} look="quiet" arrow />
    </p>
  );
}
