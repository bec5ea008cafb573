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
import { knownVolunteer, findOverlappingShifts } from '../signups/known-volunteer';
import { signUpByOneClick } from '../signups/one-click/one-click';
import { readSignUp } from '../signups/sign-up-values';
import { anyValue, toShiftFilterInput, isFilterActive, readShiftFilter, shiftsAddress } from './filter';
import { ShiftFilterForm } from './filter-form';
import { OwnPostcode, ShiftsPage } from './queries';
import { ShiftRow } from './shift-row';

const pageSize = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const volunteer = await knownVolunteer(context, request);
  const ownPostcode =
    volunteer?.identifiedBy === 'session' ? (await queryApi(context, OwnPostcode, {})).me?.volunteer?.postcode : null;
  const values = readShiftFilter(url.searchParams, ownPostcode ?? '');
  // An emptied field means anywhere. Without the redirect, the address would mean the volunteer's own ZIP code.
  if (url.searchParams.get('postcode') === '' && values.postcode === anyValue) throw redirect(shiftsAddress(values));
  const page = await pageOf(request, (after) =>
    queryApi(context, ShiftsPage, { ...toShiftFilterInput(values), first: pageSize, after }),
  );
  const rows = page.eligibleShifts.edges.map(({ node }) => ({ ...node, key: crypto.randomUUID() }));
  const overlappingShifts = await findOverlappingShifts(
    context,
    volunteer,
    rows.map(({ shift }) => shift.id),
  );
  return {
    ...page,
    rows,
    volunteer,
    overlappingShifts,
    values,
    isOwnPlace: values.postcode !== '' && values.postcode === ownPostcode,
    currentPath: `${url.pathname}${url.search}`,
  };
}

/** Signs up a known volunteer. Others are redirected to the form of the event. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const values = readSignUp(form);
  const foundEvent = await queryApi(context, OneEvent, { slug: String(form.get('event') ?? '') }).catch(orNull);
  const event = foundEvent?.event;
  if (!event?.shifts.some(({ id }) => id === values.shift)) return redirect('/shifts', 303);
  return signUpByOneClick(context, request, { event, values, form });
}

/** For signed-in volunteers, they match profile and credentials. */
export default function ShiftList() {
  const { words, signedIn } = usePage();
  const {
    eligibleShifts,
    rows,
    chapters,
    volunteerTerms,
    volunteer,
    overlappingShifts,
    values,
    isOwnPlace,
    place,
    currentPath,
  } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.shifts;
  const errors = actionData?.errors ?? [];
  const withProfile = volunteer?.identifiedBy === 'session';
  return (
    <div className="wide">
      <PageHead title={t.title} description={t.lead} errors={errors} isPersonal={volunteer !== null} />
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
        <Empty icon="calendar" words={t} unfiltered={emptyReason(isFilterActive(values), withProfile)} />
      ) : (
        <>
          <p className="count">{t.count({ n: eligibleShifts.totalCount, capped: eligibleShifts.totalIsCapped })}</p>
          <ul className="signup-list">
            {rows.map((row) => (
              <ShiftRow
                key={row.shift.id}
                row={row}
                volunteer={volunteer}
                overlappingShift={overlappingShifts.find(({ shiftId }) => shiftId === row.shift.id) ?? null}
                currentPath={currentPath}
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
function emptyReason(isFiltered: boolean, withProfile: boolean): string | null {
  if (withProfile) return '/shifts?chapter=any&postcode=any&weekday=any&language=any';
  return isFiltered ? '/shifts' : null;
}
