import { dayAndTime, zoneName } from '@upstander/web-kit';
import { ButtonLink } from '../frame/button';
import { usePage } from '../request/page-context';
import type { RegistrationFormData } from './queries';

interface Props {
  event: { slug: string; timeZone: string };
  form: Pick<RegistrationFormData, 'phase' | 'placesLeft' | 'opensAt'>;
}

/** Leads from the event's page to its registration form. */
export function RegisterPanel({ event: { slug, timeZone }, form: { phase, placesLeft, opensAt } }: Props) {
  const { words, locale } = usePage();
  const t = words.site.registration;
  const isOpen = phase === 'OPEN' || phase === 'WAITLIST';
  return (
    <>
      <h2 id="register">{t.panelTitle}</h2>
      {isOpen && <p>{t.panelText}</p>}
      {phase === 'OPEN' && placesLeft !== null && (
        <p>
          <b>{t.placesLeft({ n: placesLeft })}</b>
        </p>
      )}
      {phase === 'WAITLIST' && <p>{t.panelWaitlist}</p>}
      {phase === 'FULL' && <p>{t.panelFull}</p>}
      {phase === 'CLOSED' && <p>{t.panelClosed}</p>}
      {phase === 'NOT_OPEN_YET' && opensAt !== null && (
        <p>
          {t.panelOpens({
            when: `${dayAndTime(locale, new Date(opensAt), timeZone)} (${zoneName(locale, timeZone, new Date(opensAt))})`,
          })}
        </p>
      )}
      {isOpen && (
        <p>
          <ButtonLink
            to={`/events/${slug}/register`}
            label={phase === 'OPEN' ? t.register : t.joinWaitlist}
            look="large"
          />
        </p>
      )}
    </>
  );
}
