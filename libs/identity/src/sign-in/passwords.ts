import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { badInput, Config } from '@upstander/platform';
import { isCommon } from './common-passwords.js';
import { isRepetitionOf, simplifyPassword } from './simple-password.js';

const shortest = 15;
const maxLength = 256;

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
export const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Unknown addresses are compared with this hash of a random string, so they take the same time.
export const placeholderHash =
  '$argon2id$v=19$m=19456,t=2,p=1$6I+tPASPX7XNSXAZ1BAkmg$LdIJhXMz9vPsLMdbikQ85CZYYR48i0CrYG+XniMTCfw';

/** Password policy of NIST SP 800-63B: long, no composition rules, no common passwords. */
@Injectable()
export class Passwords {
  constructor(private readonly config: Config) {}

  /** Does the same work without a hash and returns false. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const [...characters] = normalizePassword(password);
    const shortened = characters.slice(0, maxLength).join('');
    const isRight = await verify(passwordHash ?? placeholderHash, shortened);
    return isRight && passwordHash !== null && characters.length <= maxLength;
  }

  /** @throws Refusal BAD_INPUT if too short, too long or too common */
  async hash(password: string, about: { email: string; name?: string }, field: string): Promise<string> {
    const passwordProblem = this.findProblem(password, about.email, about.name);
    if (passwordProblem) throw badInput({ [field]: passwordProblem }, messages[passwordProblem]);
    return hash(normalizePassword(password), hashing);
  }

  findProblem(password: string, email: string, name = ''): keyof typeof messages | null {
    const text = normalizePassword(password);
    const length = [...text].length;
    if (length < shortest) return 'too-short';
    if (length > maxLength) return 'too-long';
    if (text.includes('\0')) return 'unreadable';
    const plain = simplifyPassword(text);
    const [mailbox = '', domain = ''] = email.split('@');
    const texts = [email, mailbox, domain, name, this.config.ORGANIZATION_NAME];
    const words = texts.flatMap((contextText) => [contextText, ...contextText.split(/[^\p{L}\p{N}]+/u)]);
    const context = [...new Set([...words, 'upstander', 'password', 'contraseña'].map(simplifyPassword))];
    return isMonotonous(plain) || isCommon(plain, context) ? 'too-common' : null;
  }
}

const messages = {
  'too-short': `A password needs at least ${shortest} characters. Try four or five words you can remember.`,
  'too-long': `A password has at most ${maxLength} characters.`,
  unreadable: "This password contains a character that can't be used.",
  'too-common': 'This password is too easy to guess. Please choose another.',
} as const;

/** Normalizes to NFKC, as NIST SP 800-63B requires, so every keyboard produces the same hash. */
function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/** True for repetitions of up to four characters and runs of the alphabet or digits. */
function isMonotonous(text: string): boolean {
  if ([1, 2, 3, 4].some((n) => isRepetitionOf(text, text.slice(0, n)))) return true;
  const steps = new Set(
    [...text].slice(1).map((character, i) => (character.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0)),
  );
  return steps.size === 1;
}
