import type { ReactNode } from 'react';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';

interface Props {
  currentPath: string;
  isOpen: boolean;
  children: ReactNode;
}

export function EditFold({ currentPath, isOpen, children }: Props) {
  const t = usePage().words.site.fundraiser;
  return (
    <details className="fold panel" open={isOpen}>
      <summary>{t.edit}</summary>
      <form method="post" action={currentPath} noValidate>
        {children}
        <SubmitButton action="save" label={t.save} />
      </form>
    </details>
  );
}
