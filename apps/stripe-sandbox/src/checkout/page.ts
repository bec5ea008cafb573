import type Stripe from 'stripe';
import type { Payment } from './pay-session.js';
import { style } from './page-style.js';
import { words, type PageWords } from './page-words.js';

export interface PageData {
  session: Stripe.Checkout.Session;
  lines: Array<{ name: string; description: string | null; amount: number; quantity: number; interval: string | null }>;
  /** Known already, and not to be changed; null when the person types it. */
  email: string | null;
  payment: Payment;
  refusal: string | null;
}

const cardChoices = ['succeeds', 'declined', 'insufficient_funds', 'needs_authentication', 'dispute_later'] as const;
const bankChoices = ['bank_succeeds', 'bank_fails'] as const;

/** The page where a tester pays with a pretend card, and picks what becomes of it. */
export function checkoutPage({ session, lines, email, payment, refusal }: PageData): string {
  const said = words(session.locale);
  const total = money(session.amount_total ?? 0, session.currency ?? 'usd', said.language);
  const every = lines.find(({ interval }) => interval)?.interval;
  const title = every ? `${total} ${said.every(every)}` : total;
  const items = lines
    .map(({ name, description, amount, quantity, interval }) => {
      const price = money(amount, session.currency ?? 'usd', said.language);
      return `<li><span><strong>${escape(name)}</strong>${quantity > 1 ? ` × ${quantity}` : ''}${
        description ? `<small>${escape(description)}</small>` : ''
      }</span><span>${price}${interval ? ` <small>${escape(said.every(interval))}</small>` : ''}</span></li>`;
    })
    .join('');
  const byBank = session.payment_method_types.includes('us_bank_account');
  const options = [...cardChoices, ...(byBank ? bankChoices : [])]
    .map((choice) => {
      const checked = (payment.card ?? 'succeeds') === choice ? ' checked' : '';
      const [label, hint] = said.choices[choice];
      return `<label class="choice"><input type="radio" name="card" value="${choice}"${checked}><span>${escape(label)}<small>${escape(hint)}</small></span></label>`;
    })
    .join('');
  const mail = email
    ? `<p class="field"><span>${said.email}</span><output>${escape(email)}</output></p>`
    : `<label class="field"><span>${said.email}</span><input type="email" name="email" required autocomplete="email" value="${escape(payment.email ?? '')}"></label>`;
  const button = (session.submit_type ?? (every ? 'subscribe' : 'pay')) as keyof PageWords['buttons'];
  return frame(
    said,
    said.title,
    `<main>
<section class="order" aria-label="${said.order}">
<h1 class="total">${title}</h1>
<ul>${items}</ul>
${session.cancel_url ? `<p><a href="${escape(session.cancel_url)}">${said.back}</a></p>` : ''}
</section>
<form method="post" class="pay">
${refusal ? `<p class="refusal" role="alert">${escape(said.refusals[refusal] ?? refusal)}</p>` : ''}
${mail}
<label class="field"><span>${said.name}</span><input name="name" autocomplete="name" value="${escape(payment.name ?? '')}"></label>
<fieldset><legend>${said.whatHappens}</legend>${options}</fieldset>
<button>${escape(said.buttons[button])} ${total}</button>
</form>
</main>`,
  );
}

/** The pretend bank, which asks whether it is really you. */
export function bankPage(session: Stripe.Checkout.Session, { card, email, name }: Payment): string {
  const said = words(session.locale);
  const hidden = Object.entries({ card, email, name })
    .map(([key, value]) => `<input type="hidden" name="${key}" value="${escape(value ?? '')}">`)
    .join('');
  return frame(
    said,
    said.bank.title,
    `<main><form method="post" class="pay">${hidden}
<h1>${said.bank.title}</h1><p>${said.bank.question}</p>
<button name="bank" value="yes">${said.bank.yes}</button>
<button name="bank" value="no" class="quiet">${said.bank.no}</button>
</form></main>`,
  );
}

/** What is left of a page whose time is over, or that never was. */
export function closedPage(why: 'expired' | 'missing', session: Stripe.Checkout.Session | null): string {
  const said = words(session?.locale ?? null);
  const back = session?.cancel_url ? `<p><a href="${escape(session.cancel_url)}">${said.back}</a></p>` : '';
  return frame(said, said.title, `<main><section class="order"><h1>${said.closed[why]}</h1>${back}</section></main>`);
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

/** https://docs.stripe.com/currencies#zero-decimal */
const whole = new Set([
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
    whole.has(currency) ? amount : amount / 100,
  );
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
