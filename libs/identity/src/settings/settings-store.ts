import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  Clock,
  Config,
  Database,
  Logger,
  Outage,
  Refusal,
  violatedConstraint,
  type Settings,
  type Tx,
} from '@upstander/platform';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../access/actor.js';
import type { SettingsChange } from './settings-version.entity.js';
import { accountName } from '../accounts/rows/account-columns.js';

/** The values of one screen as last saved. Version 0 was never saved. */
export interface SavedSettings {
  version: number;
  values: Readonly<Record<string, unknown>>;
  changedAt: Date | null;
  changedBy: string | null;
}

/** Settings of a screen by the field that shows them, for example `{ name: 'ORGANIZATION_NAME' }`. */
export type SettingFields = Readonly<Record<string, keyof Settings | 'LOGO'>>;

/** The settings of one screen in the admin. */
export interface SettingsScreen {
  readonly subject: string;
  readonly fields: SettingFields;
}

const maxHistory = 50;
const notSaved: SavedSettings = { version: 0, values: {}, changedAt: null, changedBy: null };

/**
 * Stores what admins decide under Settings and gives it to the configuration of this process. Each process compares the
 * number of saves every few seconds, because LISTEN doesn't work through a connection pooler.
 */
@Injectable()
export class SettingsStore implements OnApplicationBootstrap, OnModuleDestroy {
  private current = new Map<string, SavedSettings['values']>();
  private knownSaves = 0;
  private readonly listeners = new Set<() => void>();
  private readonly outage: Outage;
  private timer?: NodeJS.Timeout;
  private refreshing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    logger: Logger,
  ) {
    this.outage = new Outage(logger, 'the table of settings', () => clock.now());
  }

  async onApplicationBootstrap(): Promise<void> {
    // Printing the schema doesn't open the database.
    if (!this.db.dataSource.isInitialized) return;
    await this.refresh();
    this.timer = setInterval(() => void this.refresh(), this.config.SETTINGS_CHECK_SECONDS * 1000).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.refreshing;
  }

  /** Calls the listener after each change of settings, by this process or another one. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Values of a screen that this process uses. */
  valuesOf(subject: string): Readonly<Record<string, unknown>> {
    return this.current.get(subject) ?? {};
  }

  /** Reads saves of other processes. If the database is unavailable, the known values stay. */
  refresh(): Promise<void> {
    this.refreshing = this.refreshing.then(() => this.readNewSaves());
    return this.refreshing;
  }

  async find(subject: string): Promise<SavedSettings> {
    const [saved] = await this.db.query<SavedSettings & Record<string, unknown>>(
      `SELECT s.version, s.values, s.changed_at AS "changedAt", ${accountName('s.changed_by')} AS "changedBy"
       FROM identity.settings_version s
       WHERE s.subject = $1 ORDER BY s.version DESC LIMIT 1`,
      [subject],
    );
    return saved ?? notSaved;
  }

  /** Returns the values by field. What no admin decided has the value of the environment. */
  fieldValues<Values>(fields: SettingFields, values: SavedSettings['values']): Values {
    const valueOf = (name: string) => (Object.hasOwn(values, name) ? values[name] : this.defaultOf(name));
    return Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, valueOf(name)])) as Values;
  }

  /**
   * Saves the values of a screen and applies them in this process. Values equal to the environment's are left out.
   * @param alongside runs in the same transaction, if anything changed
   * @throws Refusal CHANGED_MEANWHILE with the saved values, if another admin saved since `version`
   */
  async save(
    actor: Actor,
    { subject, fields }: SettingsScreen,
    { version, values }: { version: number; values: Readonly<Record<string, unknown>> },
    alongside: (tx: Tx) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const decided = Object.fromEntries(
      Object.entries(fields)
        .map(([field, name]) => [name, values[field]] as const)
        .filter(([name, value]) => !isDeepStrictEqual(value, this.defaultOf(name))),
    );
    await this.saveValues(
      actor,
      { subject, conflictOf: (saved) => this.conflict(saved, fields) },
      { version, values: decided },
      alongside,
    );
  }

  /**
   * Saves values that aren't settings, for example texts of emails, under a subject with a colon.
   * @throws Refusal of `conflictOf`, if another admin saved since `version`
   */
  async saveValues(
    actor: Actor,
    { subject, conflictOf }: { subject: string; conflictOf: (saved: SavedSettings) => Refusal },
    { version, values }: { version: number; values: SavedSettings['values'] },
    alongside: (tx: Tx) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const saved = await this.find(subject);
    if (saved.version !== version) throw conflictOf(saved);
    if (!isDeepStrictEqual(saved.values, values)) {
      try {
        await this.db.transaction(async (tx) => {
          await tx.query(
            `INSERT INTO identity.settings_version (subject, version, "values", changed_by, changed_at)
             VALUES ($1, $2, $3, $4, $5)`,
            [subject, version + 1, JSON.stringify(values), actor.accountId, this.clock.now()],
          );
          await alongside(tx);
        });
      } catch (error) {
        if (violatedConstraint(error) !== 'settings_version_pkey') throw error;
        throw conflictOf(await this.find(subject));
      }
    }
    await this.refresh();
  }

  /** Returns the refusal with the saved values in the shape of the input, which the form merges. */
  private conflict({ version, values, changedAt, changedBy }: SavedSettings, fields: SettingFields): Refusal {
    return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
      version,
      changedAt: changedAt?.toISOString() ?? null,
      changedBy,
      values: this.fieldValues(fields, values),
    });
  }

  /** Returns the latest saves of a screen with what changed, newest first. */
  history({ subject, fields }: SettingsScreen): Promise<SettingsChange[]> {
    return this.changesOf(subject, (before, values) =>
      Object.entries(fields).flatMap(([field, name]) => {
        const [was, is] = [before, values].map((one) =>
          textOf(Object.hasOwn(one, name) ? one[name] : this.defaultOf(name)),
        );
        return was === is ? [] : [{ field, before: was ?? '', after: is ?? '' }];
      }),
    );
  }

  /** Returns the latest saves of a subject, newest first. `compare` returns what changed between two of them. */
  async changesOf(
    subject: string,
    compare: (before: SavedSettings['values'], after: SavedSettings['values']) => SettingsChange['changes'],
  ): Promise<SettingsChange[]> {
    const rows = await this.db.query<SavedSettings & { changedAt: Date } & Record<string, unknown>>(
      `SELECT s.version, s.values, s.changed_at AS "changedAt", ${accountName('s.changed_by')} AS "changedBy"
       FROM identity.settings_version s
       WHERE s.subject = $1 ORDER BY s.version DESC LIMIT ${maxHistory + 1}`,
      [subject],
    );
    return rows.slice(0, maxHistory).map(({ version, values, changedAt, changedBy }, index) => ({
      version,
      changedAt,
      changedBy,
      changes: compare(rows[index + 1]?.values ?? {}, values),
    }));
  }

  private defaultOf(name: string): unknown {
    return this.config.defaultOf(name as keyof Settings) ?? null;
  }

  private async readNewSaves(): Promise<void> {
    try {
      const [{ saves = 0 } = {}] = await this.db.query<{ saves: number }>(
        'SELECT count(*)::int AS saves FROM identity.settings_version',
      );
      this.outage.reportRecovery();
      if (saves === this.knownSaves) return;
      const rows = await this.db.query<{ subject: string; values: Record<string, unknown> }>(
        `SELECT DISTINCT ON (s.subject) s.subject, s.values FROM identity.settings_version s
         ORDER BY s.subject, s.version DESC`,
      );
      this.knownSaves = saves;
      this.current = new Map(rows.map(({ subject, values }) => [subject, values]));
      const ofSettings = [...this.current].flatMap(([subject, values]) => (subject.includes(':') ? [] : [values]));
      this.config.decide(Object.assign({}, ...ofSettings) as Record<string, unknown>);
      for (const listener of this.listeners) listener();
    } catch (error) {
      this.outage.isAway((error as { code?: string }).code ?? 'unknown');
    }
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'object' ? (value as { id: string }).id : String(value as string | number);
}
