import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';

/** A pair of keys as a browser makes it, and what the server is told of it. */
export interface PairOfKeys {
  publicKey: string;
  privateKey: Buffer;
}

let known: PairOfKeys | undefined;

/** One pair for all tests that do not care which. */
export function aPair(): PairOfKeys {
  known ??= aNewPair();
  return known;
}

/** So many different ones are made and then come again: each takes up to a second, and no test has more of them in its hands. */
const different = 6;
const pairs: PairOfKeys[] = [];
let handedOut = 0;

/** A pair that is not the one before. */
export function anotherPair(): PairOfKeys {
  const n = handedOut++ % different;
  return (pairs[n] ??= aNewPair());
}

export function aNewPair(bits = 3_072): PairOfKeys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

const base64 = (bytes: Buffer) => bytes.toString('base64');

/** My own pair, its private key wrapped by a passphrase (here: by a random key nobody keeps). */
export function advocateKeyInput(pair: PairOfKeys = aPair()) {
  const iv = randomBytes(12);
  return {
    publicKey: pair.publicKey,
    wrappedPrivateKey: base64(gcm(randomBytes(32), iv, pair.privateKey)),
    salt: base64(randomBytes(16)),
    iterations: 600_000,
    iv: base64(iv),
  };
}

/** A private key of the team, wrapped for whoever has this public key. */
export function wrappedFor(publicKey: string, team: PairOfKeys) {
  const [key, iv] = [randomBytes(32), randomBytes(12)];
  return {
    wrappedPrivateKey: base64(gcm(key, iv, team.privateKey)),
    wrappedKey: base64(publicEncrypt(oaep(publicKey), key)),
    iv: base64(iv),
  };
}

/** A text sealed in a browser for a key of the team: padded, AES-256-GCM, the key wrapped. */
export function sealedFor(keyId: string, publicKey: string, text: string, bucket = 1_024) {
  const padded = Buffer.alloc(bucket);
  padded.writeUInt32BE(Buffer.byteLength(text));
  padded.write(text, 4);
  const [key, iv] = [randomBytes(32), randomBytes(12)];
  return {
    keyId,
    wrappedKey: base64(publicEncrypt(oaep(publicKey), key)),
    iv: base64(iv),
    ciphertext: base64(gcm(key, iv, padded, 'consultation.about')),
  };
}

/** The same, opened as the browser of an advocate does. */
export function openedBy(
  { privateKey }: PairOfKeys,
  sealed: { wrappedKey: string; iv: string; ciphertext: string },
): string {
  const mine = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const key = privateDecrypt({ key: mine, ...padding }, Buffer.from(sealed.wrappedKey, 'base64'));
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'))
    .setAAD(Buffer.from('consultation.about'))
    .setAuthTag(bytes.subarray(-16));
  const padded = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  return padded.subarray(4, 4 + padded.readUInt32BE()).toString('utf8');
}

function oaep(publicKey: string) {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
}

/** As WebCrypto has it: the tag behind the ciphertext. */
function gcm(key: Buffer, iv: Buffer, plain: Buffer, aad = ''): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(aad));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
