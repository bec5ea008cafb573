import { createTransport } from 'nodemailer';

/**
 * The floor: nodemailer's own pool, told to send the same mail so many times. No database, no queue, no template, and
 * nobody to remember what was sent. Messages in: `{ url, connections, mail, times }`.
 */
process.on('message', async ({ url, connections, mail, times }) => {
  const transport = createTransport({ url, pool: true, maxConnections: connections, maxMessages: Infinity });
  await Promise.all(
    Array.from({ length: times }, (_, i) =>
      transport.sendMail({ ...mail, messageId: `<${i}@bare.invalid>`, to: `person-${i}@example.org` }),
    ),
  );
  transport.close();
  process.send({ done: true });
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
