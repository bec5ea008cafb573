import type { ReactNode } from 'react';
import { ButtonLink } from '../frame/button';
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
      {previousCursor !== undefined && <ButtonLink to={address()} label={t.fromStart} look="quiet" />}
      {after !== null && (
        <ButtonLink
          to={withPreviousCursors(address(previousCursor), previousCursors.slice(0, -1))}
          label={t.previous}
          look="quiet"
          icon="back"
          rel="prev"
        />
      )}
      {next !== null && (
        <ButtonLink
          to={withPreviousCursors(address(next), nextPreviousCursors)}
          label={t.more}
          look="quiet"
          arrow
          rel="next"
        />
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
