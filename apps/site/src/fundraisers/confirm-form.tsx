import { usePage } from '../request/page-context';

/** The one button by which whoever started a fundraiser or a page says that it was they. */
export function ConfirmForm({ here }: { here: string }) {
  const t = usePage().words.site.fundraiser;
  return (
    <form className="actions" method="post" action={here}>
      <button className="button large" name="do" value="confirm">
        {t.confirm}
      </button>
    </form>
  );
}
