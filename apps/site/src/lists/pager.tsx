import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';

interface Props {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  isFirst: boolean;
  /** The address of the list, from a cursor on where there is one. */
  address: (after?: string) => string;
  words: { fromStart: string; more: string };
  /** What is said where no further page is. */
  children: ReactNode;
}

/** The ways from one page of a list to the others. */
export function Pager({ pageInfo, isFirst, address, words: t, children }: Props) {
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <p className="pager">
      {!isFirst && (
        <a className="button quiet" href={address()}>
          <Icon name="back" />
          {t.fromStart}
        </a>
      )}
      {next !== null && (
        <a className="button quiet" href={address(next)} rel="next">
          {t.more}
          <Icon name="arrow" />
        </a>
      )}
      {next === null && children && <span className="small">{children}</span>}
    </p>
  );
}
