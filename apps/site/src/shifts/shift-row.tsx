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
  known: KnownVolunteer | null;
  /** Their shift at the same time. */
  inTheWay: OverlappingShiftData | null;
  /** Address of this list, to return to if the place is gone. */
  here: string;
}

export function ShiftRow({ row, known, inTheWay, here }: Props) {
  const { words, locale } = usePage();
  const t = words.site.shifts;
  const { shift, event, miles } = row;
  const span = { ...shift, timeZone: event.timeZone };
  const asks = [
    shift.minimumAge !== null && words.site.signUp.minimumAge({ age: shift.minimumAge }),
    shift.note !== '' && shift.note,
  ].filter(Boolean);
  // The form of the event asks for the age.
  const asksForAge = shift.minimumAge !== null || event.withMinors;
  const needed = row.missing.find(({ strict }) => strict);
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
        {asks.length > 0 && <p className="small">{asks.join(' · ')}</p>}
        <Missing row={row} known={known} />
        {inTheWay && <OverlapNote inTheWay={inTheWay} />}
      </div>
      <div className="shift-take">
        <p className="badge green">{words.site.events.placesLeft({ n: shift.placesLeft })}</p>
        {inTheWay ? null : needed ? (
          <a className="button" href={wayTo(needed)} aria-label={t.wayTo({ name: nameIn(locale, needed) })}>
            {t.getIt}
          </a>
        ) : known && !asksForAge ? (
          <form method="post" action={here}>
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

function Missing({ row: { missing }, known }: Pick<Props, 'row' | 'known'>) {
  const { words, locale } = usePage();
  const t = words.site.shifts;
  if (missing.length === 0) return null;
  const is = (kind: string) => missing.filter((one) => one.kind === kind);
  const credentials = is('CREDENTIAL');
  return (
    <p className="needs">
      <b>
        {t.needs({
          what: listText(
            locale,
            missing.map((one) => nameIn(locale, one)),
          ),
        })}
      </b>
      {credentials.map((one) => (
        <Fragment key={one.id}>
          {' '}
          <a href={wayTo(one)}>{t.wayTo({ name: nameIn(locale, one) })}</a>
        </Fragment>
      ))}
      {known?.by === 'session' && is('AGE').length > 0 && (
        <>
          {' '}
          <a href="/account/profile#birthYear">{t.sayAge}</a>
        </>
      )}
      {known?.by === 'session' && is('SKILL').length > 0 && (
        <>
          {' '}
          <a href="/account/profile">{t.sayYouCan}</a>
        </>
      )}
    </p>
  );
}

type Missed = ShiftRowData['missing'][number];

const nameIn = (locale: string, one: Missed) => (locale === 'es' ? one.nameEs : one.name);

/** Returns the address at which a credential can be obtained, signed or claimed. */
const wayTo = ({ id }: Missed) => `/account/credentials?type=${id}`;
