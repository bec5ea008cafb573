import { Injectable } from '@nestjs/common';
import { Config, JobRuns, personalTables, retentionTerms, type DaysSetting, type JobName } from '@upstander/platform';
import type { RetentionReason, RetentionRule } from './retention-rule.type.js';

interface Term {
  readonly days: DaysSetting | number;
  readonly job: JobName;
}

const order: readonly RetentionReason[] = ['setting', 'program', 'law', 'use'];

@Injectable()
export class RetentionRules {
  constructor(
    private readonly config: Config,
    private readonly runs: JobRuns,
  ) {}

  /** Returns terms from settings first, then fixed terms, shortest first; then data kept by law and data in use. */
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

function retentionByAbout(): Array<{ about: string; byLaw: boolean; term: Term | null }> {
  const termsByKind = new Map<string, Term>(retentionTerms.all());
  const tables = personalTables().map(([about, { byLaw = false, forgotten: forgottenTerm }]) => {
    const term = forgottenTerm
      ? { days: forgottenTerm.after, job: 'keep-retention' as const }
      : (termsByKind.get(about) ?? null);
    termsByKind.delete(about);
    return { about, byLaw, term };
  });
  return [...tables, ...[...termsByKind].map(([about, term]) => ({ about, byLaw: false, term }))];
}
