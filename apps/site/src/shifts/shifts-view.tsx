import type { LoaderFunctionArgs } from 'react-router';
import { redirect } from 'react-router';
import { queryApi } from '../api/ask';
import { DayGroups } from '../events/day-groups';
import { listAddress } from '../events/filter';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import { knownVolunteer, findOverlappingShifts } from '../signups/known-volunteer';
import { isChosen, toShiftFilterInput, isFilterActive, readShiftFilter, shiftsAddress, anyValue } from './filter';
import { ShiftFilterForm } from './filter-form';
import { OwnPostcode, ShiftsPage } from './queries';
import { ShiftRow } from './shift-row';

const pageSize = 20;

export async function loadShifts({ request, context }: LoaderFunctionArgs) {
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
  // Only forms of known volunteers have a key: other pages are cached.
  const newKey = () => (volunteer === null ? '' : crypto.randomUUID());
  const rows = page.eligibleShifts.edges.map(({ node }) => ({ ...node, key: newKey() }));
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

export type ShiftsViewData = Awaited<ReturnType<typeof loadShifts>>;

/** For signed-in volunteers, shifts match profile and credentials. */
export function ShiftsView({ view, errors }: { view: ShiftsViewData; errors: readonly FormError[] }) {
  const { words, signedIn } = usePage();
  const { eligibleShifts, rows, chapters, volunteerTerms, volunteer, values, isOwnPlace, place } = view;
  const t = words.site.shifts;
  const withProfile = volunteer?.identifiedBy === 'session';
  const { postcode, miles, chapter, weekday } = values;
  const eventsAddress = listAddress({
    weekday: isChosen(weekday) ? weekday : '',
    postcode: isChosen(postcode) ? postcode : '',
    miles,
    chapter: isChosen(chapter) ? chapter : '',
  });
  return (
    <div className="wide list">
      <PageHead title={t.title} description={t.lead} errors={errors} isPersonal={volunteer !== null} />
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <ShiftFilterForm
        values={values}
        chapters={chapters}
        skills={volunteerTerms}
        withProfile={withProfile}
        unknownPostcode={eligibleShifts.postcodeKnown === false && !isOwnPlace}
      />
      <p className="count">
        {rows.length > 0 && (
          <span>{t.count({ n: eligibleShifts.totalCount, capped: eligibleShifts.totalIsCapped })}</span>
        )}
        <a href={eventsAddress}>{t.allEvents}</a>
      </p>
      {rows.length === 0 ? (
        <Empty icon="calendar" words={t} unfiltered={emptyReason(isFilterActive(values), withProfile)} />
      ) : (
        <>
          <ShiftGroups view={view} />
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
      <p className="small after-list">
        {withProfile && (
          <>
            {t.leadKnown} <a href="/account/profile">{t.toProfile}</a>
          </>
        )}
        {!signedIn && <a href="/sign-in?to=%2Fshifts">{t.signIn}</a>}
      </p>
    </div>
  );
}

/** Shifts that need something the volunteer doesn't have yet come last, in their own group. */
function ShiftGroups({ view: { rows, volunteer, overlappingShifts, currentPath } }: { view: ShiftsViewData }) {
  const t = usePage().words.site.shifts;
  const rowOf = (row: (typeof rows)[number], withDay = false) => (
    <ShiftRow
      key={row.shift.id}
      row={row}
      withDay={withDay}
      volunteer={volunteer}
      overlappingShift={overlappingShifts.find(({ shiftId }) => shiftId === row.shift.id) ?? null}
      currentPath={currentPath}
    />
  );
  const readyRows = rows.filter(({ missing }) => missing.length === 0);
  const otherRows = rows.filter(({ missing }) => missing.length > 0);
  return (
    <>
      <DayGroups items={readyRows} startOf={({ shift, event }) => ({ ...shift, timeZone: event.timeZone })}>
        {(row) => rowOf(row)}
      </DayGroups>
      {otherRows.length > 0 && (
        <section className="day" aria-labelledby="needs">
          <h2 id="needs">{t.needsFirst}</h2>
          <ul className="row-list">{otherRows.map((row) => rowOf(row, true))}</ul>
        </section>
      )}
    </>
  );
}

/** Leaves out the filter, or the profile. */
function emptyReason(isFiltered: boolean, withProfile: boolean): string | null {
  if (withProfile) {
    return shiftsAddress({ chapter: anyValue, postcode: anyValue, weekday: anyValue, language: anyValue });
  }
  return isFiltered ? shiftsAddress() : null;
}
