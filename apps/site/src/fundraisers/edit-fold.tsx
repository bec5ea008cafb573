import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';

interface Props {
  here: string;
  open: boolean;
  children: ReactNode;
}

export function EditFold({ here, open, children }: Props) {
  const t = usePage().words.site.fundraiser;
  return (
    <details className="fold panel" open={open}>
      <summary>{t.edit}</summary>
      <form method="post" action={here} noValidate>
        {children}
        <button className="button" name="do" value="save">
          {t.save}
        </button>
      </form>
    </details>
  );
}
