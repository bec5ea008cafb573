import { dayAndTime, zoneName } from '@upstander/web-kit';
import { ButtonLink, SubmitButton } from '../frame/button';
import { StatusPanel, type StatusPanelProps } from '../frame/status-panel';
import { usePage } from '../request/page-context';
import type { MySignupData, DisplayStatus } from './my-signup';

interface Props {
  signup: MySignupData;
  displayStatus: DisplayStatus;
}

export function SignupStatusPanel({ signup, displayStatus }: Props) {
  return <StatusPanel {...useStatusPanel(signup, displayStatus)} />;
}

function useStatusPanel(signup: MySignupData, displayStatus: DisplayStatus): StatusPanelProps {
  const { words, locale } = usePage();
  const t = words.site.manage;
  const { position, event, offerExpiresAt } = signup;
  const endTime =
    offerExpiresAt === null
      ? null
      : `${dayAndTime(locale, new Date(offerExpiresAt), event.timeZone)} (${zoneName(locale, event.timeZone, new Date(offerExpiresAt))})`;
  const signUpAgainLink = <ButtonLink to={`/events/${event.slug}#sign-up`} label={t.signUpAgain} />;
  const otherLinks = <ButtonLink to="/events" label={words.site.event.otherEvents} />;
  switch (displayStatus) {
    case 'event-cancelled': {
      const reason = event.cancelReason ?? '';
      const text = [reason, t.eventCancelledText].filter((part) => part !== '').join(' ');
      return { title: t.eventCancelledTitle, text, icon: 'alert', tone: 'clay', buttons: otherLinks };
    }
    case 'over':
      return { title: t.overTitle, text: t.overText, icon: 'check' };
    case 'there':
      return { title: t.thereTitle, text: t.thereText, icon: 'check' };
    case 'missed':
      return { title: t.missedTitle, text: t.missedText, icon: 'calendar', tone: 'amber' };
    case 'cancelled':
      return { title: t.cancelledTitle, text: t.cancelledText, icon: 'check', tone: 'amber', buttons: signUpAgainLink };
    case 'expired':
      return { title: t.expiredTitle, text: t.expiredText, icon: 'calendar', tone: 'amber', buttons: signUpAgainLink };
    case 'offer-lapsed': {
      const text = endTime === null ? t.offerLapsedPlain : t.offerLapsedText({ until: endTime });
      return { title: t.offerLapsedTitle, text, icon: 'calendar', tone: 'amber', buttons: signUpAgainLink };
    }
    case 'offered':
      return {
        title: t.offeredTitle,
        text: t.offeredText({ until: endTime ?? '' }),
        icon: 'people',
        buttons: (
          <>
            <ActionButton action="accept" primary label={t.accept} />
            <ActionButton action="decline" label={t.decline} />
          </>
        ),
      };
    case 'to-confirm': {
      const text = signup.status === 'WAITLISTED' ? t.toConfirmWaitlistText : t.toConfirmText;
      return {
        title: t.toConfirmTitle,
        text,
        icon: 'person',
        tone: 'amber',
        buttons: <ActionButton action="confirm" primary label={t.confirm} />,
      };
    }
    case 'waitlisted': {
      const title = position === null ? t.waitlistedTitlePlain : t.waitlistedTitle({ position });
      return { title, text: t.waitlistedText, icon: 'people', tone: 'amber' };
    }
    case 'confirmed':
      return { title: t.confirmedTitle, text: t.confirmedText, icon: 'check' };
  }
}

/** Changes need a POST, because mail scanners follow links. */
export function ActionButton({ action, label, primary = false }: { action: string; label: string; primary?: boolean }) {
  return (
    <form method="post">
      <SubmitButton action={action} label={label} look={primary ? 'large' : 'quiet large'} />
    </form>
  );
}
