import { ApiRefusal, graphql, isRefusal, type ResultOf } from '@upstander/api-client';
import { catalogOf, dayAndTime, intlTag, refusalText } from '@upstander/web-kit';
import { randomUUID } from 'node:crypto';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { Hours } from '../events/event-times';
import { SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { LinkGone, PlainPage } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { pathOfPage } from '../request/page-path';

const LeadDesk = graphql(`
  query LeadDesk($token: String!) {
    leadDesk(token: $token) {
      title
      role
      leadName
      timeZone
      startsAt
      endsAt
      listedAt
      opensAt
      closesAt
      people {
        signupId
        name
        guests
        status
        checkedInAt
        checkedOutAt
        undoableMarkId
        needsTeam
      }
    }
  }
`);
const LeadCheckIn = graphql(`
  mutation LeadCheckIn($token: String!, $input: LeadMarkInput!) {
    leadCheckIn(token: $token, input: $input) {
      role
    }
  }
`);

type Desk = ResultOf<typeof LeadDesk>['leadDesk'];
type Person = Desk['people'][number];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = { currentPath: pathOfPage(request) };
  try {
    const result = await queryApi(context, LeadDesk, { token: params['token'] ?? '' }).catch(orNull);
    if (!result) return data({ ...page, desk: null, people: [], isOver: false }, 404);
    // A form that is sent twice has the same mark ID, so it counts once.
    const people = result.leadDesk.people.map((person) => ({ ...person, markId: randomUUID() }));
    return data({ ...page, desk: result.leadDesk, people, isOver: false });
  } catch (error) {
    if (!isRefusal(error, 'LEAD_ACCESS_ENDED')) throw error;
    return data({ ...page, desk: null, people: [], isOver: true }, 410);
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const [id, signupId, undoneMarkId] = ['id', 'signup', 'undo'].map((name) => String(form.get(name) ?? ''));
  const kinds = { in: 'CHECK_IN', out: 'CHECK_OUT' } as const;
  const kind = kinds[form.get('do') as keyof typeof kinds];
  try {
    const input = { id: id!, signupId: signupId!, ...(kind ? { kind } : { undoneMarkId: undoneMarkId! }) };
    await queryApi(context, LeadCheckIn, { token: params['token'] ?? '', input });
    return redirect(`${pathOfPage(request)}#p-${signupId!}`, 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const text =
      error.code === 'TOO_EARLY'
        ? words.site.lead.tooEarly
        : error.code === 'ASK_THE_TEAM'
          ? words.site.lead.needsTeam
          : refusalText(words, error.code);
    return data({ errors: [{ text }] }, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

/** Works without JavaScript, on any phone. */
export default function LeadDeskPage() {
  const { words, locale, now } = usePage();
  const { desk, people, isOver, currentPath } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const t = words.site.lead;
  if (isOver) return <PlainPage title={t.overTitle} text={t.overText} icon="check" children={null} />;
  if (!desk) return <LinkGone words={t} to="/events" label={t.home} />;
  const { timeZone } = desk;
  const formatTime = (at: string) => dayAndTime(locale, new Date(at), timeZone);
  const isListed = now >= new Date(desk.listedAt);
  const isOpen = now >= new Date(desk.opensAt);
  const came = people.filter(({ checkedInAt }) => checkedInAt !== null).length;
  return (
    <PersonalPage title={t.title} errors={errors} heading={desk.role} lead={desk.title} className="narrow lead-desk">
      <p>
        <Hours span={{ startsAt: desk.startsAt, endsAt: desk.endsAt, timeZone }} />
      </p>
      <p>{desk.leadName === null ? t.helloNoName : t.hello({ name: desk.leadName })}</p>
      {!isListed && <p className="note">{t.listedFrom({ when: formatTime(desk.listedAt) })}</p>}
      {isListed && !isOpen && <p className="note">{t.opens({ when: formatTime(desk.opensAt) })}</p>}
      {isListed && people.length === 0 && <p>{t.nobody}</p>}
      {people.length > 0 && (
        <>
          <p role="status">
            {t.count({ came, people: people.length })} <a href={currentPath}>{t.refresh}</a>
          </p>
          <ul className="lead-list" aria-label={t.list}>
            {people.map((person) => (
              <PersonRow
                key={person.signupId}
                person={person}
                markId={person.markId}
                isOpen={isOpen}
                timeZone={timeZone}
                currentPath={currentPath}
              />
            ))}
          </ul>
        </>
      )}
      <p className="small">{t.closes({ when: formatTime(desk.closesAt) })}</p>
      <p className="small">{t.help}</p>
    </PersonalPage>
  );
}

interface PersonRowProps {
  person: Person;
  markId: string;
  isOpen: boolean;
  timeZone: string;
  currentPath: string;
}

function PersonRow({ person, markId, isOpen, timeZone, currentPath }: PersonRowProps) {
  const { words, locale } = usePage();
  const t = words.site.lead;
  const { signupId, name, guests, status, checkedInAt, checkedOutAt, undoableMarkId, needsTeam } = person;
  const isHere = status === 'CHECKED_IN';
  const mayCheckIn = isOpen && (status === 'CONFIRMED' || status === 'NO_SHOW');
  const clock = (at: string) =>
    new Intl.DateTimeFormat(intlTag(locale), { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(at));
  const statusText =
    isHere && checkedInAt
      ? t.since({ time: clock(checkedInAt) })
      : status === 'COMPLETED'
        ? checkedOutAt
          ? t.left({ time: clock(checkedOutAt) })
          : t.done
        : status === 'NO_SHOW'
          ? t.noShow
          : null;
  return (
    <li id={`p-${signupId}`}>
      <div>
        <b>{name}</b>
        {guests > 0 && <> · {t.guests({ guests })}</>}
        {statusText !== null && <span className="small">{statusText}</span>}
        {mayCheckIn && needsTeam && <span className="small">{t.needsTeam}</span>}
      </div>
      <form method="post" action={currentPath}>
        <input type="hidden" name="id" value={markId} />
        <input type="hidden" name="signup" value={signupId} />
        {undoableMarkId !== null && <input type="hidden" name="undo" value={undoableMarkId} />}
        {undoableMarkId !== null && (
          <button className="link" name="do" value="undo" aria-label={t.undoName({ name })}>
            {t.undo}
          </button>
        )}
        {mayCheckIn && !needsTeam && (
          <SubmitButton action="in" label={t.checkIn} aria-label={t.checkInName({ name })} />
        )}
        {isHere && <SubmitButton action="out" label={t.checkOut} look="quiet" aria-label={t.checkOutName({ name })} />}
      </form>
    </li>
  );
}
