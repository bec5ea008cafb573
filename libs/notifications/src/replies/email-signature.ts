import { Refusal } from '@upstander/platform';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';

/** Maximum difference between the signature's time and ours, in seconds. */
const tolerance = 300;
const maxEmailBytes = 25 * 1024 * 1024;

/**
 * Verifies `t=<seconds>,sha256=<hex>,v1=<hex>`, where v1 is the HMAC-SHA256 of `<t>.<sha256>`. Returns the digest that
 * the body must have, so that nothing is read from a caller without the secret.
 * @throws Refusal REPLY_NOT_SIGNED
 */
export function verifySignature(header: string | undefined, { secret, now }: { secret: string; now: Date }): Buffer {
  const [, time, digest, signature] = /^t=(\d{1,12}),sha256=([0-9a-f]{64}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!time || !digest || !signature || Math.abs(now.valueOf() / 1000 - Number(time)) > tolerance)
    throw notSignedRefusal();
  const expected = createHmac('sha256', secret).update(`${time}.${digest}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) throw notSignedRefusal();
  return Buffer.from(digest, 'hex');
}

/** Passes an email on and fails at its end if it is too large or differs from what was signed. */
export function readChecked(body: Readable, digest: Buffer): Readable {
  return Readable.from(checkedChunks(body, digest));
}

async function* checkedChunks(body: Readable, digest: Buffer): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  // The client couldn't receive a refusal if the request were destroyed.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxEmailBytes) throw new Refusal('REPLY_TOO_LARGE', 'This email is larger than 25 MB.');
    hash.update(chunk);
    yield chunk;
  }
  if (!timingSafeEqual(hash.digest(), digest)) throw notSignedRefusal();
}

function notSignedRefusal(): Refusal {
  return new Refusal('REPLY_NOT_SIGNED', 'This email isn’t signed with the reply secret, or the signature is too old.');
}
