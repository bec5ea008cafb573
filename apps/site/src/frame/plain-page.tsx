import type { ReactNode } from 'react';
import { StatusPanel, type StatusPanelProps } from './status-panel';
import { PageHead } from './page-head';

/** A page that says one thing, and where to go on from it. */
export function PlainPage({
  children,
  ...says
}: Pick<StatusPanelProps, 'title' | 'text' | 'icon'> & { children: ReactNode }) {
  return (
    <div className="narrow plain">
      <PageHead title={says.title} personal />
      <StatusPanel {...says} />
      {children}
    </div>
  );
}

interface LinkGoneProps {
  words: { linkGoneTitle: string; linkGoneText: string };
  to: string;
  label: string;
}

/** An old, used or cut link from a mail. */
export function LinkGone({ words, to, label }: LinkGoneProps) {
  return (
    <PlainPage title={words.linkGoneTitle} text={words.linkGoneText}>
      <p className="actions">
        <a className="button" href={to}>
          {label}
        </a>
      </p>
    </PlainPage>
  );
}
