import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';
import type { Place } from './page-of';

interface Props {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  place: Place;
  /** The address of the list, from a cursor on where there is one. */
  address: (after?: string) => string;
  words: { fromStart: string; previous: string; more: string };
  /** What is said where no further page is. */
  children?: ReactNode;
}

/** The ways from one page of a list to the others: the first, the one before, the next. */
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

/** A list is read from a cursor on, so the way back is in the address: the cursors that led here. */
function withPassed(address: string, passed: readonly string[]): string {
  if (passed.length === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}passed=${encodeURIComponent(passed.join('~'))}`;
}
