import type { Locale, MoneyValue } from '@upstander/web-kit';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../words/words';
import { Money } from '../money/money';
import { withLineBreaks } from '../ui/breakable';
import { calendarDay, formatListDateTime } from '../ui/dates';
import { StatusBadge, type StatusKind } from '../ui/status-badge';
import classes from './cells.module.css';

interface Common<Row> {
  header: string;
  /** Page of the row. The cell becomes a link that covers the whole row. */
  linkTo?: (row: Row) => string | null;
  /** Secondary text: below the main text, or beside it on wide screens. Empty values are omitted. */
  secondary?: (row: Row) => ReactNode | readonly ReactNode[];
  /** Sort values of the API with their labels. */
  sort?: { ascending?: Sort; descending?: Sort };
  /**
   * True if the header is only for screen readers, for example of a menu column. Such columns can't be hidden and are
   * not exported.
   */
  hiddenHeader?: boolean;
  align?: 'end';
  /** True for details that only screens of 1440 px and wider have room for. They are on the row's page anyway. */
  wide?: boolean;
  /** True for prose, which wraps instead of being truncated. */
  wraps?: boolean;
  /** Place on a card (narrow screens). By default, columns appear as label and value. */
  mobile?: 'title' | 'corner' | 'plain' | 'foot' | 'actions' | 'none';
}

export type Sort = readonly [value: string, words: string];

/** A field formatted by its type (money, time, date or text) or as the badge of an enum, or a custom cell. */
export type Column<Row> = Common<Row> &
  (
    | { key: keyof Row & string; badge?: StatusKind; render?: (row: Row) => ReactNode }
    | { key: string; badge?: undefined; render: (row: Row) => ReactNode }
  );

export function moneyOf<Row>(column: Column<Row>, row: Row): MoneyValue | null {
  const value = valueOf(column, row) as MoneyValue | null | undefined;
  return typeof value === 'object' && value !== null && 'amountMinor' in value ? value : null;
}

export function alignOf<Row>(column: Column<Row>, rows: readonly Row[]): 'end' | undefined {
  return column.align ?? (rows.some((row) => moneyOf(column, row)) ? 'end' : undefined);
}

/**
 * Returns the width of each column for CSS. Amounts, times and menus are never truncated; other columns can shrink to a
 * minimum. Columns that need less than an equal share keep their width, and the others share the rest.
 */
export function columnTracks<Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: readonly Row[],
  isSelectable: boolean,
): string {
  const tracks = columns.map((column, at) => {
    if (column.hiddenHeader) return 'max-content';
    if (alignOf(column, rows) || rows.some((row) => isTime(valueOf(column, row)))) return 'minmax(max-content, auto)';
    return at === 0 ? 'minmax(8rem, auto)' : 'minmax(3.5rem, auto)';
  });
  return [...(isSelectable ? ['36px'] : []), ...tracks].join(' ');
}

const valueOf = <Row,>({ key }: Column<Row>, row: Row): unknown => (row as Record<string, unknown>)[key];

const isTime = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(value);

/** With `wraps`, long addresses wrap at punctuation. In a table that would divide the accessible name of the row. */
export function cellOf<Row>(
  column: Column<Row>,
  row: Row,
  { title, wraps = false }: { title: boolean; wraps?: boolean },
): ReactNode {
  const value = column.render ? column.render(row) : <Value value={valueOf(column, row)} badge={column.badge} />;
  const to = column.linkTo?.(row);
  const secondary = column.secondary?.(row);
  const details = (Array.isArray(secondary) ? (secondary as readonly ReactNode[]) : [secondary]).filter(
    (item) => item !== null && item !== undefined && item !== false && item !== '',
  );
  if (!column.render && valueOf(column, row) == null && details.length === 0) return null;
  if (!title && !to && details.length === 0) return value;
  return (
    <>
      {to ? (
        <Link to={to} className={classes.title} data-cover>
          {value}
        </Link>
      ) : title && !column.render ? (
        <span className={classes.title}>{value}</span>
      ) : (
        value
      )}
      {details.length > 0 && ' '}
      {details.length > 0 && (
        <span className={classes.meta}>
          {details.map((item, at) => (
            <Fragment key={at}>
              {at > 0 && ' · '}
              {wraps && typeof item === 'string' ? withLineBreaks(item) : item}
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}

function Value({ value, badge }: { value: unknown; badge: StatusKind | undefined }): ReactNode {
  if (value === null || value === undefined || value === '') return null;
  if (badge) return <StatusBadge kind={badge} status={value as never} />;
  if (typeof value === 'object' && 'amountMinor' in value) return <Money value={value as MoneyValue} isStrong />;
  const text = String(value);
  return isTime(text) ? <ListTime at={text} /> : text;
}

const formatInList = (locale: Locale, at: string) => (at.includes('T') ? formatListDateTime : calendarDay)(locale, at);

interface ListTimeProps {
  at: string;
  /** Overrides the time format of lists, for example with `relativeTime`. */
  format?: (locale: Locale, at: string) => string;
  wrap?: (when: string) => string;
}

/** A time or date in the format of lists. CSV exports contain the full ISO value. */
export function ListTime({ at, format = formatInList, wrap = (when) => when }: ListTimeProps) {
  const { locale } = useWords();
  const when = format(locale, at);
  const [prefix, suffix] = wrap(timePlaceholder).split(timePlaceholder);
  return (
    <>
      {prefix}
      <time dateTime={at} className={classes.oneLine}>
        {when}
      </time>
      {suffix}
    </>
  );
}

const timePlaceholder = '\u0000';
