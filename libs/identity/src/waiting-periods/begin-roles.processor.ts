import { JobHandler, type Job } from '@upstander/platform';
import { SecondStepReset } from '../second-step/second-step-reset.js';
import { RoleRequests } from '../role-requests/role-requests.service.js';

@JobHandler('begin-roles')
export class BeginRoles implements Job {
  constructor(
    private readonly requests: RoleRequests,
    private readonly resets: SecondStepReset,
  ) {}

  async run(): Promise<void> {
    await this.requests.beginDue();
    await this.resets.resetDue();
  }
}
