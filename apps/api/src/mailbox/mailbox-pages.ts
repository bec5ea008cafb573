import type { CaughtMail } from './caught-mail.js';
import { mailboxStyles } from './mailbox-styles.js';

const views = { html: 'HTML', text: 'Text', source: 'Source' } as const;
export type MailView = keyof typeof views;

export function listPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    (mail) =>
      `<li><a href="/dev/mail/${mail.id}"><span class="subject">${escape(mail.subject || '(no subject)')}</span>` +
      `<span class="who">${escape(mail.to)}</span>${time(mail)}</a></li>`,
  );
  const body = rows.length
    ? `<ul class="mails">${rows.join('\n')}</ul>`
    : '<p class="empty">No email yet. Sign up for a shift or request a sign-in code. Emails arrive here within seconds.</p>';
  return page(
    'Mailbox',
    `<header><h1>Mailbox</h1><a class="reload" href="/dev/mail">Refresh</a></header>
<p class="note">No email leaves this computer. They all end up here. ${count(mails.length)}</p>
${body}`,
  );
}

export function mailPage(mail: CaughtMail, view: MailView, { canReply }: { canReply: boolean }): string {
  const tabs = Object.entries(views).map(
    ([name, label]) =>
      `<a href="/dev/mail/${mail.id}?view=${name}"${name === view ? ' aria-current="page"' : ''}>${label}</a>`,
  );
  const files = mail.attachments.map(
    (file, i) => `<a href="/dev/mail/${mail.id}/files/${i}">${escape(file.filename)}</a>`,
  );
  return page(
    mail.subject,
    `<p><a href="/dev/mail">Mailbox</a></p>
<h1>${escape(mail.subject || '(no subject)')}</h1>
<dl>${fact('From', escape(mail.from))}${fact('To', escape(mail.to))}${mail.replyTo ? fact('Reply to', escape(mail.replyTo)) : ''}${fact('Received', time(mail))}${files.length ? fact('Attachments', files.join(', ')) : ''}</dl>
<nav aria-label="View">${tabs.join('')}</nav>
${content(mail, view)}
${canReply ? replyForm(mail) : ''}`,
  );
}

export function repliedPage({ id, to }: CaughtMail): string {
  return page(
    'Reply sent',
    `<p><a href="/dev/mail/${id}">Back to the email</a></p>
<h1>Reply sent</h1>
<p>It’s in the admin under Messages, as a reply from ${escape(to)}.</p>`,
  );
}

function replyForm({ id, to }: CaughtMail): string {
  return `<form method="post" action="/dev/mail/${id}/reply">
<label for="text">Reply as ${escape(to)}</label>
<textarea id="text" name="text" rows="4" required></textarea>
<button>Reply</button>
</form>`;
}

function content(mail: CaughtMail, view: MailView): string {
  if (view === 'source') return `<pre>${escape(mail.source)}</pre>`;
  if (view === 'text' || !mail.html) return `<pre>${escape(mail.text)}</pre>`;
  // The sandbox blocks scripts and forms; links open outside the frame.
  return `<iframe title="Email" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mail/${mail.id}/html"></iframe>`;
}

function fact(name: string, html: string): string {
  return `<div><dt>${name}</dt><dd>${html}</dd></div>`;
}

function count(n: number): string {
  return n === 0 ? '' : n === 1 ? '1 email.' : `${n} emails.`;
}

function time({ receivedAt }: CaughtMail): string {
  return `<time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} · Upstander mailbox</title>
<style>${mailboxStyles}</style>
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
