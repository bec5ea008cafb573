import { createTransport } from 'nodemailer';

/**
 * The baseline: nodemailer's own pool sends the same email a given number of times, without database, queue or
 * template. Incoming messages: `{ url, connections, mail, times }`.
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
