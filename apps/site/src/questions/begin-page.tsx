import type { ReactNode } from 'react';
import { SubmitButton } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';

interface Props {
  title: string;
  heading: string;
  lead: string;
  points: readonly string[];
  action: string;
  /** Prevents duplicates if the form is sent twice. */
  formKey: string;
  /** True to allow indexing: people who need the page may have no other way to find it. */
  isFound?: boolean;
  children?: ReactNode;
}

export function BeginPage({ title, heading, lead, points, action, formKey, isFound = false, children }: Props) {
  const t = usePage().words.site.asking;
  return (
    <div className="narrow">
      <PageHead title={title} description={lead} isPersonal={!isFound} isPlain />
      {children}
      <h1>{heading}</h1>
      <p className="lead">{lead}</p>
      <ul className="prose">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <form method="post" action={action} autoComplete="off">
        <input type="hidden" name="at" value="start" />
        <input type="hidden" name="key" value={formKey} />
        <p className="actions">
          <SubmitButton name="go" action="next" label={t.begin} look="large" />
        </p>
      </form>
      <LeaveNote />
    </div>
  );
}
