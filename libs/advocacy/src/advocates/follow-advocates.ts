import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PowerChanges } from '@upstander/identity';
import { Database, Logger } from '@upstander/platform';
import { AdvocateList } from './advocate-list.js';

const holders = `SELECT DISTINCT account_id AS id FROM identity."grant" WHERE role = 'advocate' AND account_id = ANY ($1::uuid[])`;

@Injectable()
export class FollowAdvocates implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly list: AdvocateList,
    private readonly changes: PowerChanges,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.changes.addListener('advocate', {
      onBegin: (accountId) => this.list.add([accountId]),
      // The role has already ended. If the list can't be reached now, the job removes the entry later.
      onEnd: (accountId) =>
        this.removeFrom([accountId]).catch((error: unknown) =>
          this.logger.warn({ error: String(error) }, 'could not update the list of advocates'),
        ),
    });
  }

  /** Removes entries of accounts that no longer hold the role. Never adds any. */
  async removeFormer(): Promise<void> {
    await this.removeFrom(await this.list.all());
  }

  private async removeFrom(accountIds: readonly string[]): Promise<void> {
    const advocates = await this.db.query<{ id: string }>(holders, [accountIds]);
    await this.list.remove(accountIds.filter((accountId) => !advocates.some(({ id }) => id === accountId)));
  }
}
