import type { Message } from '../messages/message.js';
import { style } from './style.js';

export interface Conversation {
  number: string;
  /** Oldest first. */
  messages: Message[];
}

export function phonesPage(phones: readonly Conversation[], refusal: string | null): string {
  const rows = phones.map(({ number, messages }) => {
    const last = messages.at(-1) as Message;
    return `<li><a href="/dev/phone/${encodeURIComponent(number)}"><span class="number">${escape(number)}</span>${time(last.createdAt)}<span class="last">${escape(last.body)}</span></a></li>`;
  });
  const list = rows.length
    ? `<ul class="phones">${rows.join('\n')}</ul>`
    : '<p class="empty">No texts yet. Texts to volunteers arrive here within seconds.</p>';
  return page(
    'Phones',
    `<header><h1>Phones</h1><a href="/dev/phone">Refresh</a></header>
<p class="note">No text leaves this computer. Each number is a simulated phone.</p>
${refusal ? `<p class="refusal" role="alert">${escape(refusal)}</p>` : ''}
${list}
<form method="get" action="/dev/phone">
<label for="number">Use another phone</label>
<input id="number" name="number" type="tel" placeholder="+12025550123" autocomplete="off" required>
<button>Open</button>
</form>`,
  );
}

export function phonePage({ number, messages }: Conversation, { isOptedOut }: { isOptedOut: boolean }): string {
  const action = `/dev/phone/${encodeURIComponent(number)}`;
  const texts = messages.length
    ? `<ol class="texts">${messages.map((message) => text(message, number)).join('\n')}</ol>`
    : '<p class="empty">No texts yet.</p>';
  return page(
    number,
    `<p><a href="/dev/phone">Phones</a></p>
<header><h1>${escape(number)}</h1><a href="${action}">Refresh</a></header>
${isOptedOut ? '<p class="note">This phone replied STOP. The carrier refuses all texts to it until it replies START.</p>' : ''}
${texts}
<form method="post" action="${action}">
<label for="text">Text from ${escape(number)}</label>
<textarea id="text" name="text" rows="3" maxlength="1600" required></textarea>
<button>Send</button>
</form>
<form class="keywords" method="post" action="${action}">
${['STOP', 'START', 'HELP'].map((word) => `<button name="text" value="${word}">${word}</button>`).join('\n')}
</form>`,
  );
}

function text(message: Message, phone: string): string {
  const isFromPhone = message.from === phone;
  const facts = [
    time(message.createdAt),
    ...(isFromPhone ? [] : [status(message), message.segments === 1 ? '1 segment' : `${message.segments} segments`]),
  ];
  return `<li class="${isFromPhone ? 'out' : 'in'}"><p>${escape(message.body)}</p><span class="meta">${facts.join(' · ')}</span></li>`;
}

function status({ status, errorCode }: Message): string {
  return errorCode === null ? status : `<span class="bad">${status} (${errorCode})</span>`;
}

function time(at: Date): string {
  const text = at.toISOString();
  return `<time datetime="${text}">${text.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} · local SMS carrier</title>
<style>${style}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
