import { mailDomain } from '@upstander/notifications';
import type { Config } from '@upstander/platform';
import { createTransport } from 'nodemailer';
import { findingsFor, type Check, type Finding } from './finding.js';
import { isPublicDomain } from './public-domain.js';

const patienceMs = 10_000;

/** Connects to the mail server as the worker does (EHLO, STARTTLS, AUTH). */
export function mail(sendTestTo?: string): Check {
  return {
    about: 'mail',
    async runCheck({ config }) {
      const say = findingsFor('mail');
      const { hostname, port } = new URL(config.SMTP_URL);
      const server = `${hostname}${port && `:${port}`}`;
      const transport = createTransport({
        url: config.SMTP_URL,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.verify();
        const findings = [say.ok(`${server} accepts our name and password.`), domainFinding(config)];
        return sendTestTo ? [...findings, await sendTestMail(transport, config, sendTestTo)] : findings;
      } catch (error) {
        const { message, code } = error as { message: string; code?: string };
        return [
          say.wrong(
            `${server} does not work: ${message.split('\n')[0]}.`,
            code === 'EAUTH'
              ? 'Check the name and the password in SMTP_URL.'
              : 'No one can sign in without email. Check SMTP_URL and the log of the mail server.',
          ),
        ];
      } finally {
        transport.close();
      }
    },
  };
}

/** Reports the domain of Message-ID and List-Id, which spam filters expect to be public. */
export function domainFinding(config: Pick<Config, 'MAIL_DOMAIN' | 'MAIL_FROM'>): Finding {
  const say = findingsFor('mail');
  const domain = mailDomain(config);
  const source = config.MAIL_DOMAIN === undefined ? 'MAIL_FROM' : 'MAIL_DOMAIN';
  const text = `Message-ID and List-Id end in ${domain}, from ${source}.`;
  if (isPublicDomain(domain)) return say.ok(text);
  return say.warning(
    `${text} That domain is not public, which spam filters count against an email.`,
    source === 'MAIL_FROM'
      ? 'Set MAIL_FROM to an address in your own domain.'
      : 'Remove MAIL_DOMAIN if MAIL_FROM has a public domain; calendar entries already sent will then appear twice.',
  );
}

async function sendTestMail(
  transport: ReturnType<typeof createTransport>,
  config: Config,
  to: string,
): Promise<Finding> {
  const say = findingsFor('mail');
  const { response } = (await transport.sendMail({
    from: { name: config.ORGANIZATION_NAME, address: config.MAIL_FROM },
    to,
    subject: 'Test email · Correo de prueba',
    text: 'This is a test email. Email delivery works.\n\nEste es un correo de prueba: el envío de correos funciona.\n',
  })) as { response: string };
  return say.ok(
    `The server accepted a test email to ${to} (${response.slice(0, 60)}). Check that it arrives, and not as spam.`,
  );
}
