import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';

export function Continue() {
  const t = usePage().words.site.give;
  return (
    <>
      <SubmitButton action="give" label={t.send} look="large" icon="lock" />
      <p className="small">{t.sendHint}</p>
    </>
  );
}
