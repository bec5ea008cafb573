import { SMTPServer } from 'smtp-server';

/**
 * The mail server of the bench, in a process of its own: takes everything, keeps nothing, and tells its parent when so
 * many mails have come, with the last of them. Messages in: `{ expect: n }` begins to count anew.
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
