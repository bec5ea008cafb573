import { listText } from '@upstander/web-kit';
import { Fragment } from 'react';
import { CardFacts } from '../events/card-facts';
import { contentLanguage } from '../events/content-language';
import { Day, Hours } from '../events/event-times';
import { usePage } from '../request/page-context';
import { OverlapNote } from '../signups/overlap-note';
import type { OverlappingShiftData, KnownVolunteer } from '../signups/known-volunteer';
import type { ShiftRowData } from './queries';

interface Props {
  row: ShiftRowData & { key: string };
  /** Volunteer who can sign up with one press. Others are led to the form of the event. */
  volunteer: KnownVolunteer | null;
  /** Their shift at the same time. */
  overlappingShift: OverlappingShiftData | null;
  /** Address of this list, to return to if the place is gone. */
  currentPath: string;
}

export function ShiftRow({ row, volunteer, overlappingShift, currentPath }: Props) {
  const { words, locale } = usePage();
  const t = words.site.shifts;
  const { shift, event, miles } = row;
  const span = { ...shift, timeZone: event.timeZone };
  const notes = [
    shift.minimumAge !== null && words.site.signUp.minimumAge({ age: shift.minimumAge }),
    shift.note !== '' && shift.note,
  ].filter(Boolean);
  // The form of the event asks for the age.
  const isAgeAsked = shift.minimumAge !== null || event.withMinors;
  const requiredCredential = row.missing.find(({ isRequiredToSignUp }) => isRequiredToSignUp);
  const language = contentLanguage(event.languages, locale);
  const label = t.takeNamed({ role: shift.role, title: event.title });
  return (
    <li className="panel shift-row">
      <div>
        <h2>
          <a href={`/events/${event.slug}`} lang={language}>
            {event.title}
          </a>
        </h2>
        <p>
          <b lang={language}>{shift.role}</b>
          <br />
          <Day span={span} />, <Hours span={span} />
        </p>
        <CardFacts event={event}>{miles !== null && ` (${t.miles({ n: miles })})`}</CardFacts>
        {notes.length > 0 && <p className="small">{notes.join(' · ')}</p>}
        <MissingCredentials row={row} volunteer={volunteer} />
        {overlappingShift && <OverlapNote overlappingShift={overlappingShift} />}
      </div>
      <div className="shift-take">
        <p className="badge green">{words.site.events.placesLeft({ n: shift.placesLeft })}</p>
        {overlappingShift ? null : requiredCredential ? (
          <a
            className="button"
            href={claimPathOf(requiredCredential)}
            aria-label={t.wayTo({ name: nameIn(locale, requiredCredential) })}
          >
            {t.getIt}
          </a>
        ) : volunteer && !isAgeAsked ? (
          <form method="post" action={currentPath}>
            <input type="hidden" name="shift" value={shift.id} />
            <input type="hidden" name="event" value={event.slug} />
            <input type="hidden" name="key" value={row.key} />
            <button className="button" type="submit" aria-label={label}>
              {t.take}
            </button>
          </form>
        ) : (
          <a className="button" href={`/events/${event.slug}?shift=${shift.id}#sign-up`} aria-label={label}>
            {t.take}
          </a>
        )}
      </div>
    </li>
  );
}

function MissingCredentials({ row: { missing }, volunteer }: Pick<Props, 'row' | 'volunteer'>) {
  const { words, locale } = usePage();
  const t = words.site.shifts;
  if (missing.length === 0) return null;
  const ofKind = (kind: string) => missing.filter((credential) => credential.kind === kind);
  const credentials = ofKind('CREDENTIAL');
  return (
    <p className="needs">
      <b>
        {t.needs({
          what: listText(
            locale,
            missing.map((credential) => nameIn(locale, credential)),
          ),
        })}
      </b>
      {credentials.map((credential) => (
        <Fragment key={credential.id}>
          {' '}
          <a href={claimPathOf(credential)}>{t.wayTo({ name: nameIn(locale, credential) })}</a>
        </Fragment>
      ))}
      {volunteer?.identifiedBy === 'session' && ofKind('AGE').length > 0 && (
        <>
          {' '}
          <a href="/account/profile#birthYear">{t.sayAge}</a>
        </>
      )}
      {volunteer?.identifiedBy === 'session' && ofKind('SKILL').length > 0 && (
        <>
          {' '}
          <a href="/account/profile">{t.sayYouCan}</a>
        </>
      )}
    </p>
  );
}

type MissingCredential = ShiftRowData['missing'][number];

const nameIn = (locale: string, credential: MissingCredential) =>
  locale === 'es' ? credential.nameEs : credential.name;

const claimPathOf = ({ id }: MissingCredential) => `/account/credentials?type=${id}`;
