import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';

export function ConfirmForm({ currentPath }: { currentPath: string }) {
  const t = usePage().words.site.fundraiser;
  return (
    <form className="actions" method="post" action={currentPath}>
      <SubmitButton action="confirm" label={t.confirm} look="large" />
    </form>
  );
}
