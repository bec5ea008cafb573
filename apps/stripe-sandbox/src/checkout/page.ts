import type Stripe from 'stripe';
import type { Payment } from './pay-session.js';
import { style } from './page-style.js';
import { words, type PageWords } from './page-words.js';

export interface PageData {
  session: Stripe.Checkout.Session;
  lines: Array<{ name: string; description: string | null; amount: number; quantity: number; interval: string | null }>;
  /** Null if the person can enter one. */
  email: string | null;
  payment: Payment;
  refusal: string | null;
}

const cardChoices = ['succeeds', 'declined', 'insufficient_funds', 'needs_authentication', 'dispute_later'] as const;
const bankChoices = ['bank_succeeds', 'bank_fails'] as const;

export function checkoutPage({ session, lines, email, payment, refusal }: PageData): string {
  const texts = words(session.locale);
  const total = money(session.amount_total ?? 0, session.currency ?? 'usd', texts.language);
  const every = lines.find(({ interval }) => interval)?.interval;
  const title = every ? `${total} ${texts.every(every)}` : total;
  const items = lines
    .map(({ name, description, amount, quantity, interval }) => {
      const price = money(amount, session.currency ?? 'usd', texts.language);
      return `<li><span><strong>${escape(name)}</strong>${quantity > 1 ? ` × ${quantity}` : ''}${
        description ? `<small>${escape(description)}</small>` : ''
      }</span><span>${price}${interval ? ` <small>${escape(texts.every(interval))}</small>` : ''}</span></li>`;
    })
    .join('');
  const byBank = session.payment_method_types.includes('us_bank_account');
  const options = [...cardChoices, ...(byBank ? bankChoices : [])]
    .map((choice) => {
      const checked = (payment.card ?? 'succeeds') === choice ? ' checked' : '';
      const [label, hint] = texts.choices[choice];
      return `<label class="choice"><input type="radio" name="card" value="${choice}"${checked}><span>${escape(label)}<small>${escape(hint)}</small></span></label>`;
    })
    .join('');
  const mail = email
    ? `<p class="field"><span>${texts.email}</span><output>${escape(email)}</output></p>`
    : `<label class="field"><span>${texts.email}</span><input type="email" name="email" required autocomplete="email" value="${escape(payment.email ?? '')}"></label>`;
  const button = (session.submit_type ?? (every ? 'subscribe' : 'pay')) as keyof PageWords['buttons'];
  return frame(
    texts,
    texts.title,
    `<main>
<section class="order" aria-label="${texts.order}">
<h1 class="total">${title}</h1>
<ul>${items}</ul>
${session.cancel_url ? `<p><a href="${escape(session.cancel_url)}">${texts.back}</a></p>` : ''}
</section>
<form method="post" class="pay">
${refusal ? `<p class="refusal" role="alert">${escape(texts.refusals[refusal] ?? refusal)}</p>` : ''}
${mail}
<label class="field"><span>${texts.name}</span><input name="name" autocomplete="name" value="${escape(payment.name ?? '')}"></label>
<fieldset><legend>${texts.whatHappens}</legend>${options}</fieldset>
<button>${escape(texts.buttons[button])} ${total}</button>
</form>
</main>`,
  );
}

export function bankPage(session: Stripe.Checkout.Session, { card, email, name }: Payment): string {
  const texts = words(session.locale);
  const hidden = Object.entries({ card, email, name })
    .map(([key, value]) => `<input type="hidden" name="${key}" value="${escape(value ?? '')}">`)
    .join('');
  return frame(
    texts,
    texts.bank.title,
    `<main><form method="post" class="pay">${hidden}
<h1>${texts.bank.title}</h1><p>${texts.bank.question}</p>
<button name="bank" value="yes">${texts.bank.yes}</button>
<button name="bank" value="no" class="quiet">${texts.bank.no}</button>
</form></main>`,
  );
}

export function closedPage(why: 'expired' | 'missing', session: Stripe.Checkout.Session | null): string {
  const texts = words(session?.locale ?? null);
  const back = session?.cancel_url ? `<p><a href="${escape(session.cancel_url)}">${texts.back}</a></p>` : '';
  return frame(
    texts,
    texts.title,
    `<main><section class="order"><h1>${texts.closed[why]}</h1>${back}</section></main>`,
  );
}

export function frame(
  { language, pretend }: Pick<PageWords, 'language' | 'pretend'>,
  title: string,
  main: string,
): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${escape(title)}</title><style>${style}</style></head>
<body><header class="pretend">${pretend}</header>${main}</body></html>`;
}

/** Currencies without decimals: https://docs.stripe.com/currencies#zero-decimal */
const zeroDecimal = new Set([
  'bif',
  'clp',
  'djf',
  'gnf',
  'jpy',
  'kmf',
  'krw',
  'mga',
  'pyg',
  'rwf',
  'ugx',
  'vnd',
  'vuv',
  'xaf',
  'xof',
  'xpf',
]);

export function money(amount: number, currency: string, language: string): string {
  return new Intl.NumberFormat(`${language}-US`, { style: 'currency', currency }).format(
    zeroDecimal.has(currency) ? amount : amount / 100,
  );
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
