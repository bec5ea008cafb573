import { Injectable } from '@nestjs/common';
import { Config, JobRuns, personalTables, retentionTerms, type DaysSetting, type JobName } from '@upstander/platform';
import type { RetentionReason, RetentionRule } from './retention-rule.type.js';

interface Term {
  readonly days: DaysSetting | number;
  readonly job: JobName;
}

const order: readonly RetentionReason[] = ['setting', 'program', 'law', 'use'];

/** How long what is known of people is kept in this installation: what the tables and the settings say, read and never written. */
@Injectable()
export class RetentionRules {
  constructor(
    private readonly config: Config,
    private readonly runs: JobRuns,
  ) {}

  /** What goes by its age first, where a setting says it before the rest, the soonest first; then what the law keeps, then what is in use. */
  async list(): Promise<RetentionRule[]> {
    const runs = new Map((await this.runs.list()).map(({ job, doneAt }) => [job, doneAt]));
    return retentionByAbout()
      .map(({ about, byLaw, term }) => {
        const setting = typeof term?.days === 'string' ? term.days : null;
        const reason: RetentionReason = byLaw ? 'law' : !term ? 'use' : setting ? 'setting' : 'program';
        const days = term ? (typeof term.days === 'number' ? term.days : this.config[term.days]) : null;
        return { about, reason, days, setting, job: term?.job ?? null, doneAt: runs.get(term?.job ?? '') ?? null };
      })
      .sort(
        (a, b) =>
          order.indexOf(a.reason) - order.indexOf(b.reason) ||
          (a.days ?? Infinity) - (b.days ?? Infinity) ||
          a.about.localeCompare(b.about),
      );
  }
}

/** Every kind of what is known of people, with its term where it has one. */
function retentionByAbout(): Array<{ about: string; byLaw: boolean; term: Term | null }> {
  const own = new Map<string, Term>(retentionTerms.all());
  const tables = personalTables().map(([about, { byLaw = false, forgotten }]) => {
    const term = forgotten ? { days: forgotten.after, job: 'keep-retention' as const } : (own.get(about) ?? null);
    own.delete(about);
    return { about, byLaw, term };
  });
  return [...tables, ...[...own].map(([about, term]) => ({ about, byLaw: false, term }))];
}
