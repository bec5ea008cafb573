import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PowerChanges } from '@upstander/identity';
import { Database, Logger } from '@upstander/platform';
import { AdvocateList } from './advocate-list.js';

const holders = `SELECT DISTINCT account_id AS id FROM identity."grant" WHERE role = 'advocate' AND account_id = ANY ($1::uuid[])`;

/** Keeps the list of the sealed zone in step with who becomes an advocate and who no longer is one. */
@Injectable()
export class FollowAdvocates implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly list: AdvocateList,
    private readonly changes: PowerChanges,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.changes.on('advocate', {
      began: (accountId) => this.list.add([accountId]),
      // The role is gone already. If the list cannot be reached now, the job removes the entry.
      ended: (accountId) =>
        this.removeAmong([accountId]).catch((error: unknown) =>
          this.logger.warn({ error: String(error) }, 'the list of advocates could not be reached'),
        ),
    });
  }

  /** Removes every entry of an account that no longer holds the role. Never adds one. */
  async removeFormer(): Promise<void> {
    await this.removeAmong(await this.list.all());
  }

  private async removeAmong(accountIds: readonly string[]): Promise<void> {
    const held = await this.db.query<{ id: string }>(holders, [accountIds]);
    await this.list.remove(accountIds.filter((accountId) => !held.some(({ id }) => id === accountId)));
  }
}
