import type { ReactNode } from 'react';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { BackLink } from './back-link';
import { Done } from './done';
import { PageHead } from './page-head';

interface Props {
  title: string;
  /** Defaults to the title. Null if the content has its own heading. */
  heading?: ReactNode;
  /** Errors of the form on the page. */
  errors?: readonly FormError[];
  back?: { to: string; label: string } | undefined;
  /** Confirmation message, hidden if there are errors. */
  done?: ReactNode;
  lead?: ReactNode;
  className?: string;
  /** True to leave the organization's name out of the title. */
  isPlain?: boolean;
  children: ReactNode;
}

/** A page about one person or for one form, which search engines don't index. */
export function PersonalPage({ title, heading = title, errors = [], back, done, lead, ...props }: Props) {
  const { className = 'narrow manage', isPlain, children } = props;
  return (
    <div className={className}>
      <PageHead title={title} errors={errors} isPersonal isPlain={isPlain} />
      <ErrorSummary errors={errors} />
      {back && <BackLink to={back.to}>{back.label}</BackLink>}
      {done && errors.length === 0 && <Done>{done}</Done>}
      {heading !== null && <h1>{heading}</h1>}
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}
