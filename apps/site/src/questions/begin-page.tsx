import type { ReactNode } from 'react';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';

interface Props {
  title: string;
  heading: string;
  lead: string;
  points: readonly string[];
  action: string;
  /** Makes the same form, sent twice, one. */
  formKey: string;
  /** Search engines may find it: whoever needs it may have no other way to learn of it. */
  found?: boolean;
  children?: ReactNode;
}

/** The page before the first question: what happens, who learns what, and how to leave. */
export function BeginPage({ title, heading, lead, points, action, formKey, found = false, children }: Props) {
  const t = usePage().words.site.asking;
  return (
    <div className="narrow">
      <PageHead title={title} description={lead} personal={!found} plain />
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
          <button className="button large" name="go" value="next">
            {t.begin}
          </button>
        </p>
      </form>
      <LeaveNote />
    </div>
  );
}
