import type { Step } from './story.js';
import type { DemoServer } from './demo-server.js';
import { deskSteps } from './desk.js';
import { disputeSteps } from './disputes.js';
import { handoverSteps } from './handovers.js';
import { newsSteps } from './news.js';
import { offlineSteps } from './offline.js';
import { recurringGiftSteps } from './recurring-gifts.js';
import { refundSteps } from './refunds.js';

export function incidents(server: DemoServer, now: Date): Step[] {
  return [refundSteps, disputeSteps, recurringGiftSteps, offlineSteps, newsSteps, handoverSteps, deskSteps].flatMap(
    (steps) => steps(server, now),
  );
}
