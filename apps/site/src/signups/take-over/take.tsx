import { ApiRefusal, eventFacts, graphql, type ResultOf } from '@upstander/api-client';
import { catalogOf, dayAndTime, listText, zoneName } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../../api/ask';
import { ShiftChoice } from '../../events/queries';
import { Tick } from '../../forms/tick';
import { ButtonLink, SubmitButton } from '../../frame/button';
import { PersonalPage } from '../../frame/personal-page';
import { StatusPanel } from '../../frame/status-panel';
import { LinkGone } from '../../frame/plain-page';
import { pathOfPage } from '../../request/page-path';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { refusalError } from '../manage/manage-actions';
import { ActionButton } from '../signup-status';
import { Overlaps } from '../overlaps';
import { ShiftFacts } from '../shift-panel';

const HandOverOffer = graphql(
  `
    query HandOverOffer($token: String!) {
      handOverOffer(token: $token) {
        status
        from
        name
        expiresAt
        requiredAge
        guests
        guestNames
        waitlistedGuests
        overlaps {
          title
          role
          startsAt
          endsAt
          timeZone
        }
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
const Take = graphql(`
  mutation TakeHandedOver($input: AnswerHandOverInput!) {
    takeHandedOver(input: $input) {
      signup {
        id
      }
    }
  }
`);
const Decline = graphql(`
  mutation DeclineHandedOver($input: AnswerHandOverInput!) {
    declineHandedOver(input: $input) {
      ok
    }
  }
`);

type Offer = NonNullable<ResultOf<typeof HandOverOffer>['handOverOffer']>;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const result = await queryApi(context, HandOverOffer, { token: params['token'] ?? '' }).catch(orNull);
  const offer = result?.handOverOffer ?? null;
  return data({ offer }, { status: offer ? 200 : 404 });
}

/** Needs a POST, because mail scanners follow links. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const input = { token: params['token'] ?? '' };
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const button = form.get('do');
  try {
    if (button === 'take') {
      const isOldEnough = form.get('oldEnough') === '1';
      const guests = form.has('asksGuests') ? { withGuests: form.get('withGuests') === '1' } : {};
      await queryApi(context, Take, { input: { ...input, oldEnough: isOldEnough, ...guests } });
    } else if (button === 'decline') await queryApi(context, Decline, { input });
    else return data({ errors: [{ text: words.site.badRequest.text }] }, 400);
    return redirect(pathOfPage(request), 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const handOver = await queryApi(context, HandOverOffer, input).catch(orNull);
    const { event, shift } = handOver?.handOverOffer ?? {};
    const about = { wanted: `${event?.title ?? ''} (${shift?.role ?? ''})`, timeZone: event?.timeZone ?? 'UTC' };
    const status = error.code === 'TOO_MANY_TRIES' ? 429 : 422;
    return data({ errors: [refusalError(error, locale, words, about)] }, status);
  }
}

export default function TakeOver() {
  const { words } = usePage();
  const { offer } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const t = words.site.handOver;
  if (!offer) return <LinkGone words={words.site.manage} to="/events" label={words.site.notFound.events} />;
  const isOpen = offer.status === 'OPEN';
  const isTaken = offer.status === 'TAKEN';
  return (
    <PersonalPage title={t.takeTitle({ from: offer.from })} errors={errors} heading={null}>
      <Where offer={offer} />
      {isOpen && <Overlaps overlaps={offer.overlaps} text={t.overlapsText} />}
      {(isOpen || isTaken) && (
        <section className="panel" aria-labelledby="shift-heading">
          <h2 id="shift-heading">{words.site.manage.shiftHeading}</h2>
          <ShiftFacts event={offer.event} shift={offer.shift} holdsPlace={isTaken} />
        </section>
      )}
      {isOpen && <p className="small">{t.notYou({ name: offer.name })}</p>}
    </PersonalPage>
  );
}

function Where({ offer }: { offer: Offer }) {
  const { words, locale } = usePage();
  const t = words.site.handOver;
  const { timeZone } = offer.event;
  const ends = new Date(offer.expiresAt);
  const offerEnd = `${dayAndTime(locale, ends, timeZone)} (${zoneName(locale, timeZone, ends)})`;
  const otherOptions = <ButtonLink to="/events" label={words.site.event.otherEvents} />;
  switch (offer.status) {
    case 'OPEN': {
      const buttons = (
        <>
          <form method="post">
            {offer.requiredAge !== null && (
              <Tick
                id="oldEnough"
                label={t.oldEnough({ age: offer.requiredAge })}
                hint={t.oldEnoughHint}
                checked={false}
              />
            )}
            <GuestsChoice offer={offer} />
            <SubmitButton action="take" label={t.take} look="large" />
          </form>
          <ActionButton action="decline" label={t.decline} />
        </>
      );
      return (
        <StatusPanel
          title={t.takeTitle({ from: offer.from })}
          text={t.takeText({ until: offerEnd })}
          icon="people"
          buttons={buttons}
        />
      );
    }
    case 'TAKEN':
      return <StatusPanel title={t.tookTitle} text={t.tookText} icon="check" />;
    case 'DECLINED':
      return (
        <StatusPanel title={t.declinedTitle} text={t.declinedText} icon="check" tone="amber" buttons={otherOptions} />
      );
    case 'EXPIRED':
      return (
        <StatusPanel title={t.expiredTitle} text={t.goneText} icon="calendar" tone="amber" buttons={otherOptions} />
      );
    case 'WITHDRAWN':
    case 'GONE':
      return <StatusPanel title={t.goneTitle} text={t.goneText} icon="calendar" tone="amber" buttons={otherOptions} />;
  }
}

/**
 * The giver's guests come along unless the taker declines them. Guests the taker was waiting with lose their place on
 * the waitlist.
 */
function GuestsChoice({ offer: { from, guests, guestNames, waitlistedGuests } }: { offer: Offer }) {
  const { words, locale } = usePage();
  const t = words.site.handOver;
  const names = guestNames.length > 0 ? listText(locale, guestNames) : null;
  return (
    <>
      {waitlistedGuests > 0 && <p className="note amber">{t.waitlistedGuests({ n: waitlistedGuests })}</p>}
      {guests > 0 && (
        <>
          <input type="hidden" name="asksGuests" value="1" />
          <Tick id="withGuests" label={t.withGuests({ n: guests, from, names })} hint={t.withGuestsHint} checked />
        </>
      )}
    </>
  );
}
