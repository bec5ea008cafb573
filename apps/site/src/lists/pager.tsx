import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';
import type { ListPosition } from './page-of';

interface Props {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  place: ListPosition;
  address: (after?: string) => string;
  words: { fromStart: string; previous: string; more: string };
  /** Shown on the last page. */
  children?: ReactNode;
}

export function Pager({ pageInfo, place: { after, previousCursors }, address, words: t, children }: Props) {
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const previousCursor = previousCursors.at(-1);
  const nextPreviousCursors = after === null ? previousCursors : [...previousCursors, after];
  return (
    <p className="pager">
      {previousCursor !== undefined && (
        <a className="button quiet" href={address()}>
          {t.fromStart}
        </a>
      )}
      {after !== null && (
        <a
          className="button quiet"
          href={withPreviousCursors(address(previousCursor), previousCursors.slice(0, -1))}
          rel="prev"
        >
          <Icon name="back" />
          {t.previous}
        </a>
      )}
      {next !== null && (
        <a className="button quiet" href={withPreviousCursors(address(next), nextPreviousCursors)} rel="next">
          {t.more}
          <Icon name="arrow" />
        </a>
      )}
      {next === null && children && <span className="small">{children}</span>}
    </p>
  );
}

/** Lists are read forward by cursor, so the address contains the earlier cursors for the way back. */
function withPreviousCursors(address: string, previousCursors: readonly string[]): string {
  if (previousCursors.length === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}passed=${encodeURIComponent(previousCursors.join('~'))}`;
}
