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

export interface PairOfKeys {
  publicKey: string;
  privateKey: Buffer;
}

let sharedPair: PairOfKeys | undefined;

/** Returns a shared pair, for tests that don't care which. */
export function aPair(): PairOfKeys {
  sharedPair ??= aNewPair();
  return sharedPair;
}

/** Pairs are reused after this many, because creating one takes up to a second and no test uses more. */
const pairCount = 6;
const pairs: PairOfKeys[] = [];
let nextIndex = 0;

/** Returns a pair different from the previous one. */
export function nextPair(): PairOfKeys {
  const n = nextIndex++ % pairCount;
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

/** Returns an advocate's pair with the private key wrapped by a passphrase (here by a random key). */
export function advocateKeyInput(pair: PairOfKeys = aPair()) {
  const iv = randomBytes(12);
  return {
    publicKey: pair.publicKey,
    wrappedPrivateKey: base64(encryptGcm(randomBytes(32), iv, pair.privateKey)),
    salt: base64(randomBytes(16)),
    iterations: 600_000,
    iv: base64(iv),
  };
}

export function wrappedFor(publicKey: string, team: PairOfKeys) {
  const [key, iv] = [randomBytes(32), randomBytes(12)];
  return {
    wrappedPrivateKey: base64(encryptGcm(key, iv, team.privateKey)),
    wrappedKey: base64(publicEncrypt(oaep(publicKey), key)),
    iv: base64(iv),
  };
}

/** Seals a text like a browser for a key of the team: padded, AES-256-GCM, wrapped key. */
export function sealedFor(keyId: string, publicKey: string, text: string, bucket = 1_024) {
  const paddedBytes = Buffer.alloc(bucket);
  paddedBytes.writeUInt32BE(Buffer.byteLength(text));
  paddedBytes.write(text, 4);
  const [key, iv] = [randomBytes(32), randomBytes(12)];
  return {
    keyId,
    wrappedKey: base64(publicEncrypt(oaep(publicKey), key)),
    iv: base64(iv),
    ciphertext: base64(encryptGcm(key, iv, paddedBytes, 'consultation.about')),
  };
}

export function openWith(
  { privateKey }: PairOfKeys,
  sealed: { wrappedKey: string; iv: string; ciphertext: string },
): string {
  const ownKey = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const key = privateDecrypt({ key: ownKey, ...padding }, Buffer.from(sealed.wrappedKey, 'base64'));
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'))
    .setAAD(Buffer.from('consultation.about'))
    .setAuthTag(bytes.subarray(-16));
  const paddedBytes = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  return paddedBytes.subarray(4, 4 + paddedBytes.readUInt32BE()).toString('utf8');
}

function oaep(publicKey: string) {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
}

/** Encrypts like WebCrypto, with the tag after the ciphertext. */
function encryptGcm(key: Buffer, iv: Buffer, plain: Buffer, additionalData = ''): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(additionalData));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
