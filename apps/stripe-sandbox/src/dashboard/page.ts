import type Stripe from 'stripe';
import { escape, frame, money } from '../checkout/page.js';
import { idOf, type Kind, type Objects } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { callProblems, webhookProblems, type SimulatedProblems } from './simulated-problems.js';

const SHOWN = 25;
const frameTexts = { language: 'en', pretend: 'A pretend Stripe on this machine: no money moves.' } as const;

export interface DashboardState {
  refused: string | null;
  troubles: SimulatedProblems;
  waiting: number;
}

export function dashboardPage(store: Store, { refused, troubles, waiting }: DashboardState): string {
  const balance = [...store.all('balance_transaction').oldestFirst()]
    .filter(({ currency }) => currency === store.settings.currency)
    .reduce((sum, { net }) => sum + net, 0);
  return frame(
    frameTexts,
    'Pretend Stripe',
    `<main class="wide"><section class="order"><h1>Pretend Stripe</h1>
${refused ? `<p class="refusal" role="alert">${escape(refused)}</p>` : ''}
<p class="total">${money(balance, store.settings.currency, 'en')} <small>on the balance</small></p>
<p>${button('pay-out', '', 'Pay everything out to the bank now')}</p>
<form method="post" action="/" class="trouble">
${choice('calls', 'Calls to Stripe', Object.keys(callProblems), troubles.calls)}
${choice('webhooks', `Webhooks (${waiting} on their way)`, Object.keys(webhookProblems), troubles.webhooks)}
<button class="small" name="what" value="trouble">Let it go so</button>
</form>
${table('Disputes', findNewest(store, 'dispute'), ['Amount', 'Charge', 'Status', ''], disputeRow)}
${table('Payments', findNewest(store, 'charge'), ['Amount', 'Who', 'Status', ''], chargeRow)}
${table('Monthly', findNewest(store, 'subscription'), ['Amount', 'Customer', 'Status', ''], (one) => subscriptionRow(store, one))}
${table('Payouts', findNewest(store, 'payout'), ['Amount', 'Made', 'Status', ''], payoutRow)}
</section></main>`,
  );
}

function findNewest<K extends Kind>(store: Store, kind: K): Array<Objects[K]> {
  const found: Array<Objects[K]> = [];
  for (const object of store.all(kind).newestFirst()) if (found.push(object) === SHOWN) break;
  return found;
}

function chargeRow({
  id,
  amount,
  amount_refunded: refunded,
  currency,
  billing_details: who,
  ...charge
}: Stripe.Charge): string[] {
  const status = charge.disputed
    ? 'disputed'
    : refunded
      ? `${money(refunded, currency, 'en')} refunded`
      : charge.paid
        ? 'paid'
        : charge.status === 'pending'
          ? 'the bank was asked'
          : `failed: ${charge.failure_code}`;
  const canAct = charge.paid && !charge.disputed;
  const buttons = [
    charge.status === 'pending' && button('bank-pays', id, 'Bank pays now'),
    charge.status === 'pending' && button('bank-refuses', id, 'Bank says no'),
    canAct && refunded < amount && button('refund', id, 'Refund'),
    canAct && button('dispute', id, 'Dispute'),
    canAct && button('warn', id, 'Warn of fraud'),
  ];
  return [money(amount, currency, 'en'), escape(who.email ?? id), escape(status), buttons.filter(Boolean).join('')];
}

function disputeRow({ id, amount, currency, charge, status }: Stripe.Dispute): string[] {
  const open = !['won', 'lost', 'warning_closed'].includes(status);
  const buttons = open ? button('win', id, 'We win') + button('lose', id, 'We lose') : '';
  return [money(amount, currency, 'en'), escape(idOf(charge) ?? ''), escape(status.replaceAll('_', ' ')), buttons];
}

function payoutRow({ id, amount, currency, created, status }: Stripe.Payout): string[] {
  const day = new Date(created * 1000).toISOString().slice(0, 10);
  const arrive = status === 'in_transit' ? button('arrive', id, 'Arrive now') : '';
  const back = status === 'failed' ? '' : button('send-back', id, 'Bank sends it back');
  return [money(amount, currency, 'en'), day, escape(status.replaceAll('_', ' ')), arrive + back];
}

function subscriptionRow(store: Store, { id, items, currency, customer, status }: Stripe.Subscription): string[] {
  const amount = items.data.reduce((sum, { price, quantity = 1 }) => sum + (price.unit_amount ?? 0) * quantity, 0);
  const who = store.find('customer', idOf(customer))?.email ?? id;
  const renew = ['active', 'past_due'].includes(status) ? button('renew', id, 'Next month now') : '';
  return [money(amount, currency, 'en'), escape(who), escape(status.replaceAll('_', ' ')), renew];
}

function table<T>(title: string, things: T[], heads: string[], row: (thing: T) => string[]): string {
  if (things.length === 0) return '';
  const body = things
    .map(
      (thing) =>
        `<tr>${row(thing)
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('');
  const head = heads
    .map((text) => `<th scope="col">${text || '<span class="hidden">What may be done</span>'}</th>`)
    .join('');
  return `<h2>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function choice(name: string, label: string, choices: string[], chosen: string): string {
  const options = choices.map((text) => `<option${text === chosen ? ' selected' : ''}>${text}</option>`).join('');
  return `<label class="field"><span>${label}</span><select name="${name}">${options}</select></label>`;
}

function button(what: string, id: string, label: string): string {
  return `<form method="post" action="/"><input type="hidden" name="id" value="${escape(id)}"><button class="small" name="what" value="${what}">${label}</button></form>`;
}
