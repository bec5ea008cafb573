import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** Behavior for one recipient. `hang` accepts the email and never answers. */
export type SinkAnswer = 'accept' | 'hang' | { code: number; message?: string };

export interface ReceivedMail {
  messageId: string;
  /** Return path of the envelope. */
  from: string;
  to: string;
  source: string;
  /** Name that the client introduced itself with. */
  clientName: string;
  /** Reports that the client asked for (RFC 3461). */
  reports: readonly string[];
}

/** A mail server that stores what it receives and can simulate failures. */
export interface MailSink {
  url: string;
  port: number;
  /** Emails answered with 250, in order. */
  received: ReceivedMail[];
  /** Message-IDs of all emails received completely, answered or not. */
  receivedIds: Set<string>;
  answer(recipient: string, answer: SinkAnswer): void;
  /** Called with each email before answering, which waits for it. */
  beforeAnswer: ((mail: ReceivedMail) => Promise<void> | void) | null;
  counts(): Map<string, number>;
  close(): Promise<void>;
}

export async function startMailSink(port = 0): Promise<MailSink> {
  const answers = new Map<string, SinkAnswer>();
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    maxClients: 1_000,
    closeTimeout: 100,
    hideDSN: false,
    onRcptTo({ address }, _session, reply) {
      const answer = answers.get(address.toLowerCase()) ?? 'accept';
      reply(typeof answer === 'object' ? refusal(answer) : null);
    },
    onData(stream, session, reply) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        const recipient = session.envelope.rcptTo[0];
        const to = recipient?.address ?? '';
        const { mailFrom } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const mail = {
          source,
          from,
          to,
          messageId: header(source, 'Message-ID'),
          clientName: session.hostNameAppearsAs || '',
          reports: recipient?.dsn?.notify ?? [],
        };
        if (answers.get(to.toLowerCase()) === 'hang') return;
        sink.receivedIds.add(mail.messageId);
        const acceptMail = () => {
          received.push(mail);
          reply(null);
        };
        void Promise.resolve(sink.beforeAnswer?.(mail)).then(acceptMail, (error: Error) => reply(error));
      });
    },
  });
  // Tests kill clients in the middle of an email, so connection errors are expected.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const boundPort = (server.server.address() as AddressInfo).port;
  const sink: MailSink = {
    url: `smtp://127.0.0.1:${boundPort}`,
    port: boundPort,
    received,
    receivedIds: new Set(),
    answer: (recipient, answer) => void answers.set(recipient.toLowerCase(), answer),
    beforeAnswer: null,
    counts() {
      const counts = new Map<string, number>();
      for (const { messageId } of received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
      return counts;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}

export function header(source: string, name: string): string {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

function refusal({ code, message = 'No.' }: { code: number; message?: string }): Error {
  return Object.assign(new Error(message), { responseCode: code });
}
