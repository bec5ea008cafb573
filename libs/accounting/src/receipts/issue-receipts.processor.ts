import { JobHandler, Logger, type Job } from '@upstander/platform';
import { ReceiptIssuing } from './receipt-issuing.js';

const batch = 200;

/** Issues and voids receipts of gifts that were paid, refunded or lost, and emails their donors. */
@JobHandler('issue-receipts')
export class IssueReceipts implements Job {
  constructor(
    private readonly issuing: ReceiptIssuing,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    let gifts = 0;
    for (let more = true; more && !signal.aborted;) {
      const done = await this.issuing.issueDue(batch);
      gifts += done;
      more = done === batch;
    }
    if (gifts > 0) this.logger.info({ event: 'receipts-issued', gifts }, 'receipts were updated');
  }
}
