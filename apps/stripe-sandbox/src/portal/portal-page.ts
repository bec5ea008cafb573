import type Stripe from 'stripe';
import { escape, frame, money } from '../checkout/page.js';
import type { PortalWords } from './portal-words.js';

export interface PortalData {
  said: PortalWords;
  returnUrl: string | null;
  subscriptions: Array<{ subscription: Stripe.Subscription; last4: string | null; open: boolean }>;
  refused: boolean;
}

export function portalPage({ said, returnUrl, subscriptions, refused }: PortalData): string {
  const back = returnUrl ? `<p><a href="${escape(returnUrl)}">${said.back}</a></p>` : '';
  const rows = subscriptions.map((one) => rowHtml(said, one)).join('');
  return frame(
    said,
    said.title,
    `<main><section class="order"><h1>${said.title}</h1>${refused ? `<p class="refusal" role="alert">${said.refused}</p>` : ''}
${rows || `<p>${said.nothing}</p>`}${back}</section></main>`,
  );
}

function rowHtml(said: PortalWords, { subscription, last4, open }: PortalData['subscriptions'][number]): string {
  const { id, items, status, cancel_at_period_end: stops } = subscription;
  const amount = items.data.reduce((sum, { price, quantity = 1 }) => sum + (price.unit_amount ?? 0) * quantity, 0);
  const end = new Date((items.data[0]?.current_period_end ?? 0) * 1000);
  const day = new Intl.DateTimeFormat(said.language, { dateStyle: 'long', timeZone: 'UTC' }).format(end);
  const state = stops ? 'stops' : status === 'past_due' ? 'fails' : 'goesOn';
  const options = Object.entries(said.cards)
    .map(([card, label]) => `<option value="${card}">${label}</option>`)
    .join('');
  const form = (action: string, inner: string) =>
    `<form method="post" class="pay"><input type="hidden" name="subscription" value="${escape(id)}"><input type="hidden" name="action" value="${action}">${inner}</form>`;
  return `<h2>${said.monthly(money(amount, subscription.currency, said.language))}</h2>
<p>${said.status[state](day)}${last4 ? ` ${said.card(last4)}.` : ''}</p>
${form('card', `<label class="field"><span>${said.newCard}</span><select name="card">${options}</select></label><button>${said.useCard}</button>`)}
${open ? form('pay', `<button>${said.payNow}</button>`) : ''}
${stops ? form('go-on', `<button>${said.goOn}</button>`) : form('stop', `<button class="quiet">${said.stop}</button>`)}`;
}
