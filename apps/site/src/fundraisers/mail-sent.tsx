import { PlainPage } from '../frame/plain-page';
import { usePage } from '../request/page-context';

export function MailSent({ text }: { text: string }) {
  const t = usePage().words.site.fundraiser;
  return (
    <PlainPage icon="speech" title={t.startedTitle} text={text}>
      <p>{t.startedHint}</p>
    </PlainPage>
  );
}
