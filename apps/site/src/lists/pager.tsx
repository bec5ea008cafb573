import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';
import type { Place } from './page-of';

interface Props {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  place: Place;
  /** Returns the address of the list, optionally after a cursor. */
  address: (after?: string) => string;
  words: { fromStart: string; previous: string; more: string };
  /** Shown on the last page. */
  children?: ReactNode;
}

export function Pager({ pageInfo, place: { after, passed }, address, words: t, children }: Props) {
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const before = passed.at(-1);
  const here = after === null ? passed : [...passed, after];
  return (
    <p className="pager">
      {before !== undefined && (
        <a className="button quiet" href={address()}>
          {t.fromStart}
        </a>
      )}
      {after !== null && (
        <a className="button quiet" href={withPassed(address(before), passed.slice(0, -1))} rel="prev">
          <Icon name="back" />
          {t.previous}
        </a>
      )}
      {next !== null && (
        <a className="button quiet" href={withPassed(address(next), here)} rel="next">
          {t.more}
          <Icon name="arrow" />
        </a>
      )}
      {next === null && children && <span className="small">{children}</span>}
    </p>
  );
}

/** Lists are read forward by cursor, so the address contains the earlier cursors for the way back. */
function withPassed(address: string, passed: readonly string[]): string {
  if (passed.length === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}passed=${encodeURIComponent(passed.join('~'))}`;
}
