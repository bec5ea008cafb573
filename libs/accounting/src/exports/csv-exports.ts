import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { CopyStream, csvZone } from '@upstander/files';
import { badInput, Config, Database, isDay, isUuid } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import pg from 'pg';
import { AccountingAccess } from '../accounting-access.js';

/** Parameters of every export. Dates are inclusive. Dates and times are in `zone`. */
export interface ExportRequest {
  from?: string;
  to?: string;
  campaign?: string;
  zone: string;
  /** Null for all chapters. */
  chapters: string[] | null;
}

export type ExportQuery = Readonly<Record<string, unknown>>;

const literal = pg.escapeLiteral;

/** Sends accounting data as CSV, limited to the chapters of the caller. */
@Injectable()
export class CsvExports {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly access: AccountingAccess,
  ) {}

  /** Returns the request with these parameters of the URL; repeated and empty ones are ignored. */
  request<Names extends string>(
    actor: Actor,
    query: ExportQuery,
    names: readonly Names[],
  ): ExportRequest & { [Name in Names]?: string } {
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    const { all, chapters } = this.access.scope(actor, 'accounting:read');
    return {
      ...(Object.fromEntries([...commonParameters, ...names].map((name) => [name, text(query[name])])) as {
        [Name in Names]?: string;
      }),
      zone: csvZone(query['zone']),
      chapters: all ? null : chapters,
    };
  }

  /** Streams the result of a COPY statement. `bom=0` omits the byte order mark. */
  send(reply: FastifyReply, name: string, sql: string, zone: string, { bom }: ExportQuery): void {
    const seconds = this.config.DATABASE_JOB_SECONDS;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .send(new CopyStream(this.db.pool, sql, { seconds, zone, bom: bom !== '0' }));
  }
}

const commonParameters = ['from', 'to', 'campaign'] as const;

/** Returns conditions with the dates as literals, because COPY takes no parameters. @throws Refusal BAD_INPUT */
export function dateConditions(expression: string, { from, to, zone }: ExportRequest): string[] {
  const zoneLiteral = literal(zone);
  const dayLiteral = (field: string, value: string) => {
    if (!isDay(value)) throw badInput({ [field]: 'not-a-day' });
    return literal(value);
  };
  return [
    ...(from ? [`${expression} >= ${dayLiteral('from', from)}::timestamp AT TIME ZONE ${zoneLiteral}`] : []),
    ...(to
      ? [`${expression} < (${dayLiteral('to', to)}::timestamp + interval '1 day') AT TIME ZONE ${zoneLiteral}`]
      : []),
  ];
}

/** @throws Refusal BAD_INPUT */
export function campaignLiteral({ campaign }: ExportRequest): string | null {
  if (!campaign) return null;
  if (!isUuid(campaign)) throw badInput({ campaign: 'not-an-id' });
  return literal(campaign);
}

export function uuidsLiteral(ids: readonly string[]): string {
  return `ARRAY[${ids.map(literal).join(', ')}]::uuid[]`;
}
