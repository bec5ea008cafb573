import { phoneText } from '@upstander/web-kit';
import { formatDateTime } from '../parts/ui/dates';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';
import classes from './volunteers.module.css';

type History = NonNullable<VolunteerDetails['sms']>;
type Consent = History['consents'][number];
type Sms = History['texts'][number];

/** Shows if the volunteer gets texts, since when and on what terms, and what became of the latest ones. */
export function VolunteerTexts({ sms }: Pick<VolunteerDetails, 'sms'>) {
  const { t } = useWords('volunteers');
  const labels = t.volunteers.texts;
  if (!sms || sms.consents.length === 0) return null;
  return (
    <Section title={labels.title} hasSpaceAbove>
      {sms.consents.map((consent) => (
        <ConsentRow key={consent.id} consent={consent} />
      ))}
      {sms.texts.length === 0 && <p className={classes.none}>{labels.none}</p>}
      <ul className={classes.plain}>
        {sms.texts.map((text) => (
          <SmsRow key={text.id} text={text} />
        ))}
      </ul>
    </Section>
  );
}

function ConsentRow({ consent }: { consent: Consent }) {
  const { t, words, locale } = useWords('volunteers');
  const labels = t.volunteers.texts;
  const { number, channel, source, wording, givenAt, revokedAt, revokedBy, revokedDetail } = consent;
  return (
    <details className={classes.message}>
      <summary>
        <strong>{phoneText(number)}</strong>{' '}
        <Badge tone={revokedAt ? 'calm' : 'good'}>{revokedAt ? labels.ended : words.enums.smsChannel[channel]}</Badge>
        <span className={classes.quiet}>
          {revokedAt
            ? labels.until({ when: formatDateTime(locale, revokedAt) })
            : labels.since({ when: formatDateTime(locale, givenAt) })}
        </span>
      </summary>
      <p>{labels.given({ when: formatDateTime(locale, givenAt), how: words.enums.smsConsentSource[source] })}</p>
      {revokedBy && (
        <p>
          {words.enums.smsRevocation[revokedBy]}
          {revokedDetail && ` (${revokedDetail})`}
        </p>
      )}
      <p className={classes.words}>{wording}</p>
    </details>
  );
}

const tones = { DELIVERED: 'good', UNDELIVERED: 'bad', FAILED: 'bad' } as const;

function SmsRow({ text }: { text: Sms }) {
  const { t, words, locale } = useWords('volunteers', 'deliveryLog');
  const labels = t.volunteers.texts;
  const { template, status, dueAt, sentAt, errorCode, lastError, answer } = text;
  const names: Readonly<Record<string, string>> = t.deliveryLog.templates;
  const details = [
    formatDateTime(locale, sentAt ?? dueAt),
    answer && t.shared.answeredWith({ answer }),
    errorCode ? labels.error({ code: String(errorCode) }) : lastError,
  ];
  return (
    <li>
      {names[template] ?? template}{' '}
      <Badge tone={status in tones ? tones[status as keyof typeof tones] : 'calm'}>
        {words.enums.smsStatus[status]}
      </Badge>{' '}
      <span className={classes.quiet}>{details.filter(Boolean).join(' · ')}</span>
    </li>
  );
}
