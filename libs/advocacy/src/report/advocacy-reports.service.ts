import { Injectable } from '@nestjs/common';
import { badInput, Clock } from '@upstander/platform';
import type { RecordKind } from '../records/record-kind.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { AdvocacyReport, AdvocacyReportRow, AdvocacyReportYear } from './advocacy-report.js';
import { hideSmallCells, suppressSmallCells } from './suppress.js';

const threshold = 5;
const maxYears = 10;
const kinds = ['application', 'consultation'] as const;
const measures = ['opened', 'closed', 'introduced'] as const;
type Measure = (typeof measures)[number];

/** Counts by key, for example `2026-11/application/opened`. */
type CountsByCell = ReadonlyMap<string, number>;

/** Reports monthly totals. They are counted when things happen and outlive the records. */
@Injectable()
export class AdvocacyReports {
  constructor(
    private readonly zone: SealedZone,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns full UTC months. Suppression is decided per calendar year regardless of the requested range, so two reports
   * together reveal no hidden number.
   * @throws Refusal BAD_INPUT
   */
  async report(from: string, to: string): Promise<AdvocacyReport> {
    const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    if (from > to) throw badInput({ to: 'before-from' });
    if (lastYear - firstYear >= maxYears) throw badInput({ from: 'too-long' });
    const counts = await this.counts(`${firstYear}-01-01`, `${lastYear}-12-01`);
    const thisMonth = this.clock.now().toISOString().slice(0, 7);
    const isRequested = (month: string) => month >= from.slice(0, 7) && month <= to.slice(0, 7) && month <= thisMonth;

    const rows: AdvocacyReportRow[] = [];
    const years: AdvocacyReportYear[] = [];
    for (let year = firstYear; year <= lastYear; year += 1) {
      const isOver = `${year}-12` < thisMonth;
      const shownYears = kinds.map((kind) => yearOf(counts, year, kind, isOver));
      rows.push(
        ...monthsOf(year).flatMap((month, i) => (isRequested(month) ? shownYears.map(({ months }) => months[i]!) : [])),
      );
      if (isOver) years.push(...shownYears.map(({ total }) => total));
    }
    return { rows, years, threshold };
  }

  private async counts(from: string, to: string): Promise<CountsByCell> {
    const rows = await this.zone.runAs({ kind: 'system', job: 'advocacy-report' }, (tx) =>
      tx.query<{ month: string; kind: RecordKind; what: Measure; n: number }>(
        `SELECT to_char(month, 'YYYY-MM') AS month, kind, what, count(*)::integer AS n FROM sealed.monthly_count
         WHERE month BETWEEN $1 AND $2 GROUP BY month, kind, what`,
        [from, to],
      ),
    );
    return new Map(rows.map(({ month, kind, what, n }) => [`${month}/${kind}/${what}`, n]));
  }
}

function yearOf(counts: CountsByCell, year: number, kind: RecordKind, isOver: boolean) {
  const months = monthsOf(year);
  const numbers = (measure: Measure) => months.map((month) => counts.get(`${month}/${kind}/${measure}`) ?? 0);
  const column = (measure: Measure) => {
    // Consultations never lead to introductions, so a zero reveals nothing.
    if (kind === 'consultation' && measure === 'introduced') return { cells: months.map(() => 0), total: 0 };
    const cells = numbers(measure);
    return isOver ? suppressSmallCells(cells, threshold) : { cells: hideSmallCells(cells, threshold), total: null };
  };
  const [openedCells, closed, introducedCells] = measures.map(column) as [Column, Column, Column];
  return {
    months: months.map((month, i) => ({
      month,
      kind,
      opened: openedCells.cells[i] ?? null,
      closed: closed.cells[i] ?? null,
      introduced: introducedCells.cells[i] ?? null,
    })),
    total: { year, kind, opened: openedCells.total, closed: closed.total, introduced: introducedCells.total },
  };
}

type Column = ReturnType<typeof suppressSmallCells>;

function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}
