import { startStripe, type SandboxHandle, type StripeOptions } from '@upstander/stripe-sandbox';
import { sharedJudge } from './judge.js';
import { RequestJudge } from './request-judge.js';
import { publishedOperations } from './shared-data.js';

/**
 * Starts a local Stripe that checks every answer, every accepted request, and in the end every event. `close()` throws
 * the findings.
 */
export async function startJudgedStripe(options: StripeOptions = {}): Promise<SandboxHandle> {
  const stripe = await startStripe(options);
  const complaints = judgeAllRequests(stripe);
  return {
    ...stripe,
    async close() {
      await stripe.close();
      const found = [...complaints, ...eventComplaints(stripe)];
      if (found.length > 0)
        throw new Error(`Stripe would not do this:\n${[...new Set(found)].slice(0, 20).join('\n')}`);
    },
  };
}

function judgeAllRequests({ sandbox }: SandboxHandle): string[] {
  const operations = publishedOperations();
  const requests = operations && new RequestJudge(operations);
  const complaints: string[] = [];
  const answer = sandbox.handle.bind(sandbox);
  sandbox.handle = async (request) => {
    const outcome = await answer(request);
    if (typeof outcome === 'string' || !request.path.startsWith('/v1/')) return outcome;
    const [path = '', query = ''] = request.path.split('?');
    const about = `${request.method} ${path.replace(/\/[a-z]+(_test)?_\w{10,}/g, '/…')} → ${outcome.status}`;
    const answered = sharedJudge().findAnswerFaults(outcome.status, JSON.parse(outcome.body));
    const accepted = outcome.status < 400;
    const form = new URLSearchParams(request.method === 'POST' ? request.body : query);
    const asking = accepted ? (requests?.findFaults(request.method, path, form) ?? []) : [];
    complaints.push(...[...answered, ...asking].map((complaint) => `${about}: ${complaint}`));
    return outcome;
  };
  return complaints;
}

function eventComplaints(stripe: SandboxHandle): string[] {
  return stripe.events().flatMap((event) =>
    sharedJudge()
      .findFaults('event', JSON.parse(JSON.stringify(event)))
      .map((complaint) => `event ${event.type}: ${complaint}`),
  );
}
