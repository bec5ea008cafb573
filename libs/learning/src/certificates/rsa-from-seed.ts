import { checkPrime, createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

const isPrime = promisify<bigint, boolean>((candidate, done) => checkPrime(candidate, { checks: 64 }, done));
const primeBytes = 128;
const exponent = 65_537n;

/**
 * The same seed always gives the same key, so only the seed needs storing, backing up and rotating. Candidates come
 * from SHAKE256 and are as unpredictable as the seed.
 */
export async function rsaFromSeed(seed: Buffer): Promise<KeyObject> {
  const [p, q] = [await primeFrom(seed, 'p'), await primeFrom(seed, 'q')];
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const [n, e, dp, dq, qi] = [p * q, exponent, d % (p - 1n), d % (q - 1n), inverse(q, p)];
  const numbers = Object.entries({ n, e, d, p, q, dp, dq, qi }).map(([name, value]) => [name, base64url(value)]);
  return createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(numbers) }, format: 'jwk' });
}

async function primeFrom(seed: Buffer, name: string): Promise<bigint> {
  for (let attempt = 0; ; attempt += 1) {
    const bytes = createHash('shake256', { outputLength: primeBytes })
      .update(seed)
      .update(`rsa/${name}/${attempt}`)
      .digest();
    // Both top bits are set, so the product has exactly 2048 bits. The lowest is set, because even numbers are never prime.
    bytes[0]! |= 0xc0;
    bytes[primeBytes - 1]! |= 1;
    const candidate = BigInt(`0x${bytes.toString('hex')}`);
    if (candidate % exponent !== 1n && (await isPrime(candidate))) return candidate;
  }
}

/** Returns the inverse of `a` modulo `m`, which must be coprime (extended Euclid). */
function inverse(a: bigint, m: bigint): bigint {
  let [r, nextR, t, nextT] = [m, a % m, 0n, 1n];
  while (nextR !== 0n) {
    const quotient = r / nextR;
    [r, nextR] = [nextR, r - quotient * nextR];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  return t < 0n ? t + m : t;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}
