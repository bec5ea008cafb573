import { PlainPage } from '../frame/plain-page';
import { usePage } from '../request/page-context';

/** Shown after starting a fundraiser or page: the next step is in an email. */
export function MailSent({ text }: { text: string }) {
  const t = usePage().words.site.fundraiser;
  return (
    <PlainPage icon="speech" title={t.startedTitle} text={text}>
      <p>{t.startedHint}</p>
    </PlainPage>
  );
}
