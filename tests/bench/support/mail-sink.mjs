import { SMTPServer } from 'smtp-server';

/**
 * Accepts and discards every email. Notifies its parent when the expected number has arrived, with the last email. The
 * message `{ expect: n }` restarts the count.
 */
let count = 0;
let expected = Infinity;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  maxClients: 1_000,
  onData(stream, _session, reply) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.once('end', () => {
      reply(null);
      count += 1;
      if (count === expected) process.send({ reached: count, last: Buffer.concat(chunks).toString() });
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
process.on('message', ({ expect }) => {
  count = 0;
  expected = expect;
  process.send({ counting: true });
});
process.on('disconnect', () => process.exit(0));
