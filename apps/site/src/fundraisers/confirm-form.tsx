import { usePage } from '../request/page-context';

export function ConfirmForm({ currentPath }: { currentPath: string }) {
  const t = usePage().words.site.fundraiser;
  return (
    <form className="actions" method="post" action={currentPath}>
      <button className="button large" name="do" value="confirm">
        {t.confirm}
      </button>
    </form>
  );
}
