import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { redirect, useActionData, useLoaderData } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { OneEvent } from '../events/queries';
import { ErrorSummary } from '../forms/error-summary';
import { BackLink } from '../frame/back-link';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import { knownVolunteer, shiftsInTheWay } from '../signups/known-volunteer';
import { signUpByOneClick } from '../signups/one-click/one-click';
import { readSignUp } from '../signups/sign-up-values';
import { anything, toShiftFilterInput, isNarrowed, readShiftFilter, shiftsAddress } from './filter';
import { ShiftFilterForm } from './filter-form';
import { OwnPostcode, ShiftsPage } from './queries';
import { ShiftRow } from './shift-row';

const pageSize = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const known = await knownVolunteer(context, request);
  const own = known?.by === 'session' ? (await queryApi(context, OwnPostcode, {})).me?.volunteer?.postcode : null;
  const values = readShiftFilter(url.searchParams, own ?? '');
  // An emptied field means anywhere. Without the redirect, the address would mean the volunteer's own ZIP code.
  if (url.searchParams.get('postcode') === '' && values.postcode === anything) throw redirect(shiftsAddress(values));
  const page = await pageOf(request, (after) =>
    queryApi(context, ShiftsPage, { ...toShiftFilterInput(values), first: pageSize, after }),
  );
  const rows = page.eligibleShifts.edges.map(({ node }) => ({ ...node, key: crypto.randomUUID() }));
  const inTheWay = await shiftsInTheWay(
    context,
    known,
    rows.map(({ shift }) => shift.id),
  );
  return {
    ...page,
    rows,
    known,
    inTheWay,
    values,
    isOwnPlace: values.postcode !== '' && values.postcode === own,
    here: `${url.pathname}${url.search}`,
  };
}

/** Signs up a known volunteer. Others are redirected to the form of the event. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const values = readSignUp(form);
  const found = await queryApi(context, OneEvent, { slug: String(form.get('event') ?? '') }).catch(orNull);
  const event = found?.event;
  if (!event?.shifts.some(({ id }) => id === values.shift)) return redirect('/shifts', 303);
  return signUpByOneClick(context, request, { event, values, form });
}

/** Lists available shifts. For signed-in volunteers, they match profile and credentials. */
export default function ShiftList() {
  const { words, signedIn } = usePage();
  const { eligibleShifts, rows, chapters, volunteerTerms, known, inTheWay, values, isOwnPlace, place, here } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.shifts;
  const errors = answer?.errors ?? [];
  const withProfile = known?.by === 'session';
  return (
    <div className="wide">
      <PageHead title={t.title} description={t.lead} errors={errors} personal={known !== null} />
      <ErrorSummary errors={errors} />
      {withProfile && <BackLink to="/account">{words.site.account.title}</BackLink>}
      <h1>{t.title}</h1>
      <p className="lead">{withProfile ? t.leadKnown : t.lead}</p>
      <p>
        {withProfile && <a href="/account/profile">{t.toProfile}</a>}
        {!signedIn && <a href="/sign-in?to=%2Fshifts">{t.signIn}</a>}
      </p>
      <ShiftFilterForm
        values={values}
        chapters={chapters}
        skills={volunteerTerms}
        withProfile={withProfile}
        unknownPostcode={eligibleShifts.postcodeKnown === false && !isOwnPlace}
      />
      {rows.length === 0 ? (
        <Empty icon="calendar" words={t} unfiltered={emptied(isNarrowed(values), withProfile)} />
      ) : (
        <>
          <p className="count">{t.count({ n: eligibleShifts.totalCount, capped: eligibleShifts.totalIsCapped })}</p>
          <ul className="signup-list">
            {rows.map((row) => (
              <ShiftRow
                key={row.shift.id}
                row={row}
                known={known}
                inTheWay={inTheWay.find(({ shiftId }) => shiftId === row.shift.id) ?? null}
                here={here}
              />
            ))}
          </ul>
          <Pager
            pageInfo={eligibleShifts.pageInfo}
            place={place}
            address={(after) => shiftsAddress(values, after)}
            words={t}
          >
            {t.atTheEnd}
          </Pager>
        </>
      )}
    </div>
  );
}

/** Returns the address to offer if nothing matches: without the filter, or without the profile. */
function emptied(filtered: boolean, withProfile: boolean): string | null {
  if (withProfile) return '/shifts?chapter=any&postcode=any&weekday=any&language=any';
  return filtered ? '/shifts' : null;
}
