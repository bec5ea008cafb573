import type { ReactNode } from 'react';

export function RecordForm({ code, children }: { code: string; children: ReactNode }) {
  return (
    <form method="post" action="/reply" autoComplete="off" noValidate>
      <input type="hidden" name="code" value={code} />
      {children}
    </form>
  );
}
