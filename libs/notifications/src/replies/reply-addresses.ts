import { Injectable } from '@nestjs/common';
import { Config, SignedIds } from '@upstander/platform';
import { mailDomain } from '../delivery/mail-domain.js';

const prefix = 'reply+';
/** Return path of an email, where mail servers send their reports. */
export const returnPathKind = 'mail';
/** Lowercase, because some mail servers change the case of an address. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export interface RepliedMessage {
  kind: string;
  /** ID of the message to one person. */
  id: string;
}

/**
 * Reply-To addresses of messages: `reply+<token>@REPLY_DOMAIN`. The signed token names the message to one person, so an
 * address can't be guessed or changed to another person's.
 */
@Injectable()
export class ReplyAddresses {
  constructor(
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  /** True if replies arrive here. */
  get isEnabled(): boolean {
    return this.config.REPLY_WEBHOOK_SECRET !== undefined;
  }

  /** Returns null if replies don't arrive here. */
  addressOf({ kind, id }: RepliedMessage): string | null {
    if (!this.isEnabled) return null;
    const token = Buffer.from(this.signedIds.sign(purposeOf(kind), id), 'base64url');
    return `${prefix}${encodeBase32(token)}@${this.domain}`;
  }

  /** Returns true for addresses that have the form of a reply address, valid or not. */
  isReplyAddress(address: string): boolean {
    const [local, domain] = splitAddress(address);
    return local.startsWith(prefix) && domain === this.domain;
  }

  /** Returns null if the address was not issued for one of these kinds of message. */
  verify(address: string, kinds: readonly string[]): RepliedMessage | null {
    if (!this.isReplyAddress(address)) return null;
    const bytes = decodeBase32(splitAddress(address)[0].slice(prefix.length));
    if (!bytes) return null;
    const token = bytes.toString('base64url');
    for (const kind of kinds) {
      const link = this.signedIds.verify(purposeOf(kind), token);
      if (link) return { kind, id: link.id };
    }
    return null;
  }

  private get domain(): string {
    return (this.config.REPLY_DOMAIN ?? mailDomain(this.config)).toLowerCase();
  }
}

function purposeOf(kind: string): string {
  return `reply-to-${kind}`;
}

function splitAddress(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, Math.max(at, 0)).toLowerCase(), address.slice(at + 1).toLowerCase()];
}

/** RFC 4648, without padding. */
function encodeBase32(bytes: Buffer): string {
  let text = '';
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

/** Accepts one encoding only; returns null for others. */
function decodeBase32(text: string): Buffer | null {
  const bytes: number[] = [];
  let value = 0;
  let bits = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bytes.push((value >>> (bits - 8)) & 255);
      bits -= 8;
    }
    value &= (1 << bits) - 1;
  }
  const decoded = Buffer.from(bytes);
  return encodeBase32(decoded) === text ? decoded : null;
}
