import type { ReactNode } from 'react';
import { ButtonLink } from './button';
import { StatusPanel, type StatusPanelProps } from './status-panel';
import { PageHead } from './page-head';

export function PlainPage({
  children,
  ...refusalTexts
}: Pick<StatusPanelProps, 'title' | 'text' | 'icon'> & { children: ReactNode }) {
  return (
    <div className="narrow plain">
      <PageHead title={refusalTexts.title} isPersonal />
      <StatusPanel {...refusalTexts} />
      {children}
    </div>
  );
}

interface LinkGoneProps {
  words: { linkGoneTitle: string; linkGoneText: string };
  to: string;
  label: string;
}

/** Shown for an expired, used or truncated link from an email. */
export function LinkGone({ words, to, label }: LinkGoneProps) {
  return (
    <PlainPage title={words.linkGoneTitle} text={words.linkGoneText}>
      <p className="actions">
        <ButtonLink to={to} label={label} />
      </p>
    </PlainPage>
  );
}
