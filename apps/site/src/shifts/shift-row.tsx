import { languageName, listText } from '@upstander/web-kit';
import { Fragment } from 'react';
import { contentLanguage } from '../events/content-language';
import { EventHours, placeFacts } from '../events/event-row';
import { Day } from '../events/event-times';
import { ButtonLink, SubmitButton } from '../frame/button';
import { RowFacts } from '../lists/row-facts';
import { usePage } from '../request/page-context';
import { OverlapNote } from '../signups/overlap-note';
import type { OverlappingShiftData, KnownVolunteer } from '../signups/known-volunteer';
import type { ShiftRowData } from './queries';

interface Props {
  row: ShiftRowData & { key: string };
  /** True if no heading above shows the day. */
  withDay: boolean;
  /** Volunteer who can sign up with one press. Others are led to the form of the event. */
  volunteer: KnownVolunteer | null;
  /** Their shift at the same time. */
  overlappingShift: OverlappingShiftData | null;
  /** Address of this list, to return to if the place is gone. */
  currentPath: string;
}

export function ShiftRow({ row, withDay, volunteer, overlappingShift, currentPath }: Props) {
  const { words, locale } = usePage();
  const { shift, event, miles } = row;
  const span = { ...shift, timeZone: event.timeZone };
  const language = contentLanguage(event.languages, locale);
  return (
    <li className="row shift-row">
      <h3>
        <a href={`/events/${event.slug}`} lang={language}>
          {event.title}
        </a>
      </h3>
      <p className="row-facts">
        <RowFacts
          facts={[
            <b key="role" lang={language}>
              {shift.role}
            </b>,
            withDay && <Day key="day" span={span} />,
            <EventHours key="hours" span={span} online={event.online} />,
            ...placeFacts({ ...event, miles }, words.site.lists.miles),
            language !== undefined && languageName(locale, language),
            shift.minimumAge !== null && words.site.signUp.minimumAge({ age: shift.minimumAge }),
            words.site.events.spots({ n: shift.placesLeft }),
          ]}
        />
      </p>
      {shift.note !== '' && (
        <p className="row-facts" lang={language}>
          {shift.note}
        </p>
      )}
      <MissingCredentials row={row} volunteer={volunteer} />
      {overlappingShift ? (
        <OverlapNote overlappingShift={overlappingShift} />
      ) : (
        <div className="row-action">
          <NextStep row={row} volunteer={volunteer} currentPath={currentPath} />
        </div>
      )}
    </li>
  );
}

function NextStep({ row, volunteer, currentPath }: Pick<Props, 'row' | 'volunteer' | 'currentPath'>) {
  const { words, locale } = usePage();
  const t = words.site.shifts;
  const { shift, event, missing, key } = row;
  const requiredCredential = missing.find(({ isRequiredToSignUp }) => isRequiredToSignUp);
  const label = t.takeNamed({ role: shift.role, title: event.title });
  if (requiredCredential) {
    return (
      <ButtonLink
        to={claimPathOf(requiredCredential)}
        label={t.getIt}
        look="quiet"
        aria-label={t.wayTo({ name: nameIn(locale, requiredCredential) })}
      />
    );
  }
  // The form of the event asks for the age.
  if (!volunteer || shift.minimumAge !== null || event.withMinors) {
    return (
      <ButtonLink
        to={`/events/${event.slug}?shift=${shift.id}#sign-up`}
        label={t.take}
        look="quiet"
        aria-label={label}
      />
    );
  }
  return (
    <form method="post" action={currentPath}>
      <input type="hidden" name="shift" value={shift.id} />
      <input type="hidden" name="event" value={event.slug} />
      <input type="hidden" name="key" value={key} />
      <SubmitButton label={t.take} look="quiet" aria-label={label} />
    </form>
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
