import { shippedHelpLines } from './help-lines.js';

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Skips lines that staff verified later. A line counts as checked only once a person has checked it here. */
export async function writeHelpLines(runner: Runner): Promise<void> {
  const lines = shippedHelpLines.map((line, at) => ({ ...line, position: at + 1 }));
  await runner.query(
    `INSERT INTO learning.help_line AS l (code, name, name_es, about, about_es, phone_kind, phone, phone_shown, text_kind,
       text_number, text_shown, tty, chat_url, all_day, confidential, takes_reports, for_emergencies, languages,
       interpreted_languages, country, source_name, source_year, source_url, verified_on, verify_by, position, national, published)
     SELECT s.code, s.name, s."nameEs", s.about, s."aboutEs", s."phoneKind", s.phone, s."phoneShown", s."textKind",
       s."textNumber", s."textShown", s.tty, s."chatUrl", s."allDay", s.confidential, s."takesReports", s."forEmergencies",
       s.languages, s."interpretedLanguages", s.country, s."sourceName", s."sourceYear", s."sourceUrl", s."verifiedOn",
       s."verifyBy", s.position, true, true
     FROM jsonb_to_recordset($1::jsonb) AS s (code text, name text, "nameEs" text, about text, "aboutEs" text,
       "phoneKind" text, phone text, "phoneShown" text, "textKind" text, "textNumber" text, "textShown" text, tty text,
       "chatUrl" text, "allDay" boolean, confidential boolean, "takesReports" boolean, "forEmergencies" boolean,
       languages text[], "interpretedLanguages" integer, country text, "sourceName" text, "sourceYear" integer,
       "sourceUrl" text, "verifiedOn" date, "verifyBy" date, position integer)
     ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, name_es = EXCLUDED.name_es, about = EXCLUDED.about,
       about_es = EXCLUDED.about_es, phone_kind = EXCLUDED.phone_kind, phone = EXCLUDED.phone,
       phone_shown = EXCLUDED.phone_shown, text_kind = EXCLUDED.text_kind, text_number = EXCLUDED.text_number,
       text_shown = EXCLUDED.text_shown, tty = EXCLUDED.tty, chat_url = EXCLUDED.chat_url, all_day = EXCLUDED.all_day,
       confidential = EXCLUDED.confidential, takes_reports = EXCLUDED.takes_reports,
       for_emergencies = EXCLUDED.for_emergencies, languages = EXCLUDED.languages,
       interpreted_languages = EXCLUDED.interpreted_languages, country = EXCLUDED.country,
       source_name = EXCLUDED.source_name, source_year = EXCLUDED.source_year, source_url = EXCLUDED.source_url,
       verified_on = EXCLUDED.verified_on, verify_by = EXCLUDED.verify_by, verified_by = NULL,
       checked_on = NULL
       WHERE l.verified_on < EXCLUDED.verified_on`,
    [JSON.stringify(lines)],
  );
}
