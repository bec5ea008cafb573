import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import {
  asAdvocate,
  actAsBusiness,
  aConsultation,
  anAdvocate,
  anApplication,
  runBypassingTriggers,
  withCode,
  type SignedIn,
} from './advocacy.js';
import type { TestApp } from './app.js';
import { days } from './movable-clock.js';
import { aBusinessPerson, anOpportunity } from './opportunities.js';

interface Canary {
  place: string;
  plainText: string;
  hex: string;
  base64: readonly string[];
}

/** First characters in plain text, in hex, and in base64 at each alignment. Quickly excludes nearly every text. */
const canaryPattern = /cnry|636e7279|Y25y|bnJ5|cn[kl]/i;

/** Marked texts. Any found outside the sealed zone is a leak. */
export class Canaries {
  private readonly flock: Canary[] = [];

  mark(place: string): string {
    // Without digits, because a name with seven of them is refused as a phone number.
    const plainText = `cnry${randomBytes(9)
      .toString('hex')
      .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`;
    const base64 = [0, 1, 2].map((shift) => base64Pattern(plainText, shift));
    this.flock.push({ place, plainText, hex: Buffer.from(plainText).toString('hex'), base64 });
    return plainText;
  }

  get size(): number {
    return this.flock.length;
  }

  /** Returns the places of marked texts found in this text, in plain form, hex or base64. */
  in(text: string): string[] {
    if (!canaryPattern.test(text)) return [];
    const lowerCaseText = text.toLowerCase();
    return this.flock
      .filter(
        ({ plainText, hex, base64 }) =>
          lowerCaseText.includes(plainText) ||
          lowerCaseText.includes(hex) ||
          base64.some((part) => text.includes(part)),
      )
      .map(({ place }) => place);
  }
}

/** Returns the base64 characters of a text that don't depend on its surroundings, for this alignment. */
function base64Pattern(text: string, shift: number): string {
  const wholeBytes = text.slice(shift);
  return Buffer.from(wholeBytes.slice(0, wholeBytes.length - (wholeBytes.length % 3))).toString('base64');
}

export interface MarkedRecord {
  id: string;
  code: string;
}

export interface MarkedZone {
  canaries: Canaries;
  advocate: SignedIn;
  business: SignedIn & { businessId: string };
  applications: MarkedRecord[];
  consultations: MarkedRecord[];
  ids: { introduction: string; consent: string; opportunity: string };
}

export async function fillWithCanaries(app: TestApp, count: number): Promise<MarkedZone> {
  const canaries = new Canaries();
  const advocate = await anAdvocate(app);
  const desk = asAdvocate(app, advocate);
  const business = await aBusinessPerson(app);
  const { id: opportunity } = await anOpportunity(app.db, { businessId: business.businessId });
  const contact = (place: string) => ({
    channel: 'MAIL',
    value: `${canaries.mark(`${place} contact`)}@example.org`,
    when: canaries.mark(`${place} when`),
    mayLeaveMessage: false,
  });
  const now = app.clock.now().valueOf();
  const ids = { introduction: '', consent: '', opportunity };

  const applications: MarkedRecord[] = [];
  for (let n = 0; n < count; n += 1) {
    const place = `application ${n}`;
    const created = await anApplication(app, {
      opportunityId: opportunity,
      nameToUse: canaries.mark(`${place} name`),
      safeContact: contact(place),
      note: canaries.mark(`${place} note`),
    });
    applications.push(created);
    await desk.take(created.id);
    await withCode(app, created.code).answer({ body: canaries.mark(`${place} message of the person`) });
    await desk.writeToPerson({
      recordId: created.id,
      kind: 'APPLICATION',
      body: canaries.mark(`${place} to the person`),
    });
    const { consents } = await desk.recordConsent({
      applicationId: created.id,
      shares: canaries.mark(`${place} shares`),
      consentMethod: 'SIGNED',
      givenAt: new Date(now - 1_000).toISOString(),
      expiresAt: new Date(now + days(30)).toISOString(),
    });
    ids.consent = consents[0]!.id;
    const { introduction } = await desk.introduce({
      applicationId: created.id,
      consentId: ids.consent,
      alias: canaries.mark(`${place} alias`),
      availability: canaries.mark(`${place} availability`),
    });
    ids.introduction = introduction!.id;
    await desk.writeToBusiness({ introductionId: ids.introduction, body: canaries.mark(`${place} to the business`) });
    await actAsBusiness(app, business).write({
      introductionId: ids.introduction,
      body: canaries.mark(`${place} of the business`),
    });
  }

  const consultations: MarkedRecord[] = [];
  for (let n = 0; n < count; n += 1) {
    const place = `consultation ${n}`;
    const created = await aConsultation(app, {
      nameToUse: canaries.mark(`${place} name`),
      safeContact: contact(place),
      about: canaries.mark(`${place} about`),
      interpreter: canaries.mark(`${place} interpreter`),
    });
    consultations.push(created);
    await desk.takeConsultation(created.id);
    await desk.noteConflict({ id: created.id, note: canaries.mark(`${place} conflict`) });
    await withCode(app, created.code).answer({ body: canaries.mark(`${place} message of the person`) });
    await desk.writeToPerson({
      recordId: created.id,
      kind: 'CONSULTATION',
      body: canaries.mark(`${place} to the person`),
    });
    await desk.placeHold({
      recordId: created.id,
      kind: 'CONSULTATION',
      reason: canaries.mark(`${place} reason of a hold`),
    });
  }
  return { canaries, advocate, business, applications, consultations, ids };
}

/** Captures every log line from now on. Output of others still reaches the terminal or their files. */
export function captureLog(): string[] {
  const lines: string[] = [];
  const write = fs.write.bind(fs) as (...args: unknown[]) => void;
  const capture = (...args: unknown[]) => {
    const [fd, text] = args;
    if (fd !== process.stdout.fd || !String(text).startsWith('{"level":')) return write(...args);
    lines.push(...String(text).trimEnd().split('\n'));
    setImmediate(args.at(-1) as (error: null, bytes: number) => void, null, Buffer.byteLength(String(text)));
  };
  jest.spyOn(fs, 'write').mockImplementation(capture as typeof fs.write);
  return lines;
}

/** Returns each table the app role can read as text, and the names of those it can't. */
export async function dumpAsApp(app: TestApp): Promise<{ texts: Map<string, string>; refused: string[] }> {
  const tables = await app.db.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
     ORDER BY 1`,
  );
  const texts = new Map<string, string>();
  const refused: string[] = [];
  for (const { name } of tables) {
    try {
      const [wholeBytes] = await app.db.query<{ text: string | null }>(
        `SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`,
      );
      texts.set(name, wholeBytes?.text ?? '');
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      refused.push(name);
    }
  }
  return { texts, refused };
}

/** Returns the sealed tables as read by someone with the whole server or a copy of its disk. */
export async function dumpSealed(app: TestApp): Promise<string> {
  const tables = await runBypassingTriggers<{ name: string }>(
    app,
    `SELECT format('sealed.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'sealed'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const [wholeBytes] = await runBypassingTriggers<{ text: string | null }>(
      app,
      `SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`,
    );
    texts.push(wholeBytes?.text ?? '');
  }
  return texts.join('\n');
}
