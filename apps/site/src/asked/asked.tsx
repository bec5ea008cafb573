import { ApiRefusal, eventFacts, graphql, type ResultOf } from '@upstander/api-client';
import { catalogOf, dayAndTime } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { ShiftChoice } from '../events/queries';
import { Tick } from '../forms/tick';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { LinkGone } from '../frame/plain-page';
import { StatusPanel } from '../frame/status-panel';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { pathOfPage } from '../request/page-path';
import { refusalError } from '../signups/manage/manage-actions';
import { ShiftFacts } from '../signups/shift-panel';
import { ActionButton } from '../signups/signup-status';

const ShiftInvitation = graphql(
  `
    query ShiftInvitation($token: String!) {
      shiftInvitation(token: $token) {
        outcome
        name
        isOpen
        reservedUntil
        requiredAge
        shift {
          ...ShiftChoice
        }
        event {
          ...EventFacts
        }
      }
    }
  `,
  [eventFacts, ShiftChoice],
);
const AnswerShiftRequest = graphql(`
  mutation AnswerShiftRequest($input: AnswerShiftRequestInput!) {
    answerShiftRequest(input: $input) {
      id
    }
  }
`);

type Invitation = ResultOf<typeof ShiftInvitation>['shiftInvitation'];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const result = await queryApi(context, ShiftInvitation, { token: params['token'] ?? '' }).catch(orNull);
  return data({ invitation: result?.shiftInvitation ?? null }, { status: result ? 200 : 404 });
}

/** Needs a POST, because mail scanners follow links. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const button = form.get('do');
  if (button !== 'accept' && button !== 'decline') return data({ errors: [{ text: words.site.badRequest.text }] }, 400);
  try {
    const input = { token, accept: button === 'accept', oldEnough: form.get('oldEnough') === '1' };
    await queryApi(context, AnswerShiftRequest, { input });
    return redirect(pathOfPage(request), 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const result = await queryApi(context, ShiftInvitation, { token }).catch(orNull);
    const { event, shift } = result?.shiftInvitation ?? {};
    const about = { wanted: `${event?.title ?? ''} (${shift?.role ?? ''})`, timeZone: event?.timeZone ?? 'UTC' };
    const status = error.code === 'TOO_MANY_TRIES' ? 429 : 422;
    return data({ errors: [refusalError(error, locale, words, about)] }, status);
  }
}

export default function Asked() {
  const { words } = usePage();
  const { invitation } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const t = words.site.asked;
  if (!invitation) return <LinkGone words={words.site.manage} to="/events" label={words.site.notFound.events} />;
  const { event, shift, name, outcome, isOpen } = invitation;
  const isSignedUp = outcome === 'SIGNED_UP';
  const mayAnswer = isOpen && outcome !== 'SIGNED_UP' && outcome !== 'WAITLISTED';
  return (
    <PersonalPage title={t.title} errors={errors} heading={null}>
      <Answer invitation={invitation} />
      {(mayAnswer || isSignedUp) && (
        <section className="panel" aria-labelledby="shift-heading">
          <h2 id="shift-heading">{words.site.manage.shiftHeading}</h2>
          <ShiftFacts event={event} shift={shift} holdsPlace={isSignedUp} />
        </section>
      )}
      {mayAnswer && <p className="small">{t.notYou({ name })}</p>}
    </PersonalPage>
  );
}

function Answer({ invitation }: { invitation: Invitation }) {
  const { words, locale } = usePage();
  const t = words.site.asked;
  const { outcome, isOpen, requiredAge, event, shift, reservedUntil } = invitation;
  const isDeclined = outcome === 'DECLINED';
  if (outcome === 'SIGNED_UP') return <StatusPanel title={t.signedUpTitle} text={t.signedUpText} icon="check" />;
  if (outcome === 'WAITLISTED')
    return <StatusPanel title={t.waitlistedTitle} text={t.waitlistedText} icon="calendar" tone="amber" />;
  if (!isOpen) {
    const others = <ButtonLink to="/events" label={words.site.event.otherEvents} />;
    return <StatusPanel title={t.fullTitle} text={t.fullText} icon="calendar" tone="amber" buttons={others} />;
  }
  const buttons = (
    <>
      <form method="post">
        {requiredAge !== null && (
          <Tick
            id="oldEnough"
            label={words.site.handOver.oldEnough({ age: requiredAge })}
            hint={words.site.handOver.oldEnoughHint}
            checked={false}
          />
        )}
        <SubmitButton
          action="accept"
          label={isDeclined ? t.changedMind : t.accept}
          look={isDeclined ? 'quiet' : 'large'}
        />
      </form>
      {!isDeclined && <ActionButton action="decline" label={t.decline} />}
    </>
  );
  return isDeclined ? (
    <StatusPanel title={t.declinedTitle} text={t.declinedText} icon="check" tone="amber" buttons={buttons} />
  ) : (
    <StatusPanel
      title={t.title}
      text={[
        t.text({ title: event.title, role: shift.role }),
        reservedUntil !== null && t.reservedText({ when: dayAndTime(locale, new Date(reservedUntil), event.timeZone) }),
      ]
        .filter(Boolean)
        .join(' ')}
      icon="people"
      buttons={buttons}
    />
  );
}
