import type { INestApplicationContext, Type } from '@nestjs/common';
import { anonymous, type Actor } from '@upstander/identity';
import { AdvocacyModule, CodeGate, ReplyCodes, type RequestConsultationInput } from '@upstander/advocacy';
import { OpportunitiesModule } from '@upstander/opportunities';
import { Database, type Config } from '@upstander/platform';
import { demoContext } from '../demo-context.js';
import { DemoClock } from '../gifts/demo-clock.js';
import { staff } from '../gifts/story.js';

export type SafeContactInput = RequestConsultationInput['safeContact'];

export class DemoDesk {
  readonly advocate: Actor = staff('advocate@demo.example');

  private constructor(
    private readonly app: INestApplicationContext,
    readonly clock: DemoClock,
  ) {}

  static async open(config: Config, from: Date): Promise<DemoDesk> {
    const clock = new DemoClock(config, from);
    return new DemoDesk(await demoContext(config, clock, [OpportunitiesModule, AdvocacyModule]), clock);
  }

  get db(): Database {
    return this.service(Database);
  }

  service<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  visitor(n: number): Actor {
    return anonymous(`2001:db8:0:${n.toString(16)}::1`);
  }

  async memberOf(businessId: string): Promise<Actor> {
    const [member] = await this.db.query<{ accountId: string }>(
      `SELECT account_id AS "accountId" FROM opportunities.member
       WHERE business_id = $1 AND frozen_at IS NULL ORDER BY role DESC, added_at LIMIT 1`,
      [businessId],
    );
    if (!member) throw new Error('A demo business has no members.');
    return { ...this.visitor(0), accountId: member.accountId };
  }

  async findRecordId(code: string): Promise<string> {
    const found = await this.service(CodeGate).find(await this.service(ReplyCodes).hash(code));
    if (!found) throw new Error('A demo code opens no record.');
    return found.recordId;
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}
