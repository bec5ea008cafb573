import type { Locale, MoneyValue } from '@upstander/web-kit';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/words';
import { Money } from '../money/money';
import { calendarDay, formatListDateTime } from '../ui/when';
import classes from './cells.module.css';

interface Common<Row> {
  header: string;
  /** Where a row leads: what stands in this cell is the link, and the whole row its target. */
  to?: (row: Row) => string | null;
  /** Said quietly after it; what is empty is left out. */
  under?: (row: Row) => ReactNode | readonly ReactNode[];
  /** By which words of the API, and called what, the list is ordered by this column. */
  sort?: { up?: Sort; down?: Sort };
  /** The heading is read but not shown, as for a column of menus; such a column is always there, and in no file. */
  hiddenHeader?: boolean;
  align?: 'end';
  width?: string;
  /** On a phone: the title of the card, beside it, below it, or nowhere; the others are pairs of name and value. */
  onCard?: 'title' | 'corner' | 'plain' | 'foot' | 'none';
}

export type Sort = readonly [value: string, words: string];

/** A field of the row, shown in the manner of its kind (money, a time, a day, words), or a cell of its own. */
export type Column<Row> = Common<Row> &
  ({ key: keyof Row & string; cell?: (row: Row) => ReactNode } | { key: string; cell: (row: Row) => ReactNode });

export function moneyOf<Row>(column: Column<Row>, row: Row): MoneyValue | null {
  const value = (row as Record<string, unknown>)[column.key] as MoneyValue | null | undefined;
  return typeof value === 'object' && value !== null && 'amountMinor' in value ? value : null;
}

export function alignOf<Row>(column: Column<Row>, rows: readonly Row[]): 'end' | undefined {
  return column.align ?? (rows.some((row) => moneyOf(column, row)) ? 'end' : undefined);
}

/** What stands in a cell, or null for nothing. */
export function cellOf<Row>(column: Column<Row>, row: Row, title: boolean): ReactNode {
  const value = column.cell ? column.cell(row) : <Value value={(row as Record<string, unknown>)[column.key]} />;
  if (!column.cell && (row as Record<string, unknown>)[column.key] == null && !column.under) return null;
  const to = column.to?.(row);
  const under = column.under?.(row);
  const quiet = (Array.isArray(under) ? (under as readonly ReactNode[]) : [under]).filter(
    (each) => each !== null && each !== undefined && each !== false && each !== '',
  );
  if (!title && !to && quiet.length === 0) return value;
  return (
    <>
      {to ? (
        <Link to={to} className={classes.title} data-cover>
          {value}
        </Link>
      ) : title && !column.cell ? (
        <span className={classes.title}>{value}</span>
      ) : (
        value
      )}
      {quiet.length > 0 && (
        <span className={classes.meta}>
          {quiet.map((each, at) => (
            <Fragment key={at}>
              {at > 0 && ' · '}
              {each}
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}

function Value({ value }: { value: unknown }): ReactNode {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object' && 'amountMinor' in value) return <Money value={value as MoneyValue} strong />;
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text) ? <ListTime at={text} /> : text;
}

const inList = (locale: Locale, at: string) => (at.includes('T') ? formatListDateTime : calendarDay)(locale, at);

interface ListTimeProps {
  at: string;
  /** The manner in which it is said, where that is not the one of lists (`fromNow`). */
  how?: (locale: Locale, at: string) => string;
  /** The words that it stands in. */
  say?: (when: string) => string;
}

/** A time or a day as a list says it; in the file of the list it is said in full. */
export function ListTime({ at, how = inList, say = (when) => when }: ListTimeProps) {
  const { locale } = useWords();
  const when = how(locale, at);
  const [before, after] = say(mark).split(mark);
  return (
    <>
      {before}
      <time dateTime={at} className={classes.oneLine}>
        {when}
      </time>
      {after}
    </>
  );
}

/** Holds the place of the time in its words. */
const mark = '\u0000';
