import type Stripe from 'stripe';
import { metadata, changedMetadata } from '../requests/metadata.js';
import { flag, ignoredParam, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { closeDispute, openDispute } from './open-dispute.js';

/** Special texts decide the dispute, as in Stripe's test mode (https://docs.stripe.com/testing#disputes). */
function respond(
  store: Store,
  id: string,
  params: { evidence?: unknown; metadata?: Record<string, string> | null; submit?: boolean },
): Stripe.Dispute {
  const before = store.get('dispute', id);
  const evidence = { ...before.evidence, ...(params.evidence as Partial<Stripe.Dispute.Evidence>) };
  const submits = params.submit ?? true;
  const after = store.update('dispute', id, {
    evidence,
    evidence_details: { ...before.evidence_details, has_evidence: true, submission_count: submits ? 1 : 0 },
    metadata: changedMetadata(before.metadata, params.metadata),
    ...(submits &&
      params.evidence !== undefined &&
      before.status === 'needs_response' && { status: 'under_review' as const }),
  });
  store.emit('charge.dispute.updated', after, before);
  if (evidence.uncategorized_text === 'winning_evidence') return closeDispute(store, id, 'won');
  if (evidence.uncategorized_text === 'losing_evidence') return closeDispute(store, id, 'lost');
  return after;
}

export const disputes = resource({
  kind: 'dispute',
  prefix: 'du',
  tasks: {
    'dispute.open': (store, charge) => void openDispute(store, charge),
    'dispute.inquire': (store, charge) => void openDispute(store, charge, { inquiry: true }),
  },
  routes: [
    route(
      'GET /v1/disputes',
      { ...paging, charge: text(), created: timeFilter(), payment_intent: text() },
      (store, params) =>
        page(
          store,
          'dispute',
          '/v1/disputes',
          params,
          (dispute) =>
            (params.charge ?? dispute.charge) === dispute.charge &&
            (params.payment_intent ?? idOf(dispute.payment_intent)) === idOf(dispute.payment_intent) &&
            (params.created?.(dispute.created) ?? true),
        ),
    ),
    route('GET /v1/disputes/:dispute', {}, (store, _params, id) => store.get('dispute', id)),
    route(
      'POST /v1/disputes/:dispute',
      { evidence: ignoredParam(), metadata: metadata(), submit: flag() },
      (store, params, id) => respond(store, id, params),
    ),
    route('POST /v1/disputes/:dispute/close', {}, (store, _params, id) => closeDispute(store, id, 'lost')),
  ],
});
