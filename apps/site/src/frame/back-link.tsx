import type { ReactNode } from 'react';
import { Icon } from './icons';

interface Props {
  to: string;
  /** The language of the text, if it isn't the page's. */
  lang?: string | undefined;
  children: ReactNode;
}

export function BackLink({ to, lang, children }: Props) {
  return (
    <a className="back" href={to} lang={lang}>
      <Icon name="back" />
      {children}
    </a>
  );
}
