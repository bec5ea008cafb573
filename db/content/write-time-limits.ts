import { shippedTimeLimits, timeLimitsWritten } from './time-limits.js';

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Skips time limits that a lawyer of the organization has reviewed. */
export async function writeTimeLimits(runner: Runner): Promise<void> {
  const rows = shippedTimeLimits.map(({ source, ...limit }, at) => ({
    ...limit,
    ...timeLimitsWritten,
    position: at + 1,
    sourceTitle: `${source.publisher}, ${source.title}`,
    sourceYear: source.year,
    sourceUrl: source.url,
  }));
  await runner.query(
    `INSERT INTO learning.time_limit AS l (code, jurisdiction, remedy, rule, rule_es, source_title, source_year, source_url,
       written_on, review_by, position)
     SELECT s.code, s.jurisdiction, s.remedy, s.rule, s."ruleEs", s."sourceTitle", s."sourceYear", s."sourceUrl",
       s."writtenOn", s."reviewBy", s.position
     FROM jsonb_to_recordset($1::jsonb) AS s (code text, jurisdiction text, remedy text, rule text, "ruleEs" text,
       "sourceTitle" text, "sourceYear" integer, "sourceUrl" text, "writtenOn" date, "reviewBy" date, position integer)
     ON CONFLICT (code) DO UPDATE SET rule = EXCLUDED.rule, rule_es = EXCLUDED.rule_es,
       source_title = EXCLUDED.source_title, source_year = EXCLUDED.source_year, source_url = EXCLUDED.source_url,
       written_on = EXCLUDED.written_on, review_by = EXCLUDED.review_by, position = EXCLUDED.position
       WHERE l.reviewed_on IS NULL AND l.written_on < EXCLUDED.written_on`,
    [JSON.stringify(rows)],
  );
}
