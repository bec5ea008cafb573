import { Injectable } from '@nestjs/common';
import { hashRaw } from '@node-rs/argon2';
import { hashing, type LocaleName } from '@upstander/identity';
import { createHmac, randomBytes } from 'node:crypto';
import { OrganisationKeys } from '../keys/organisation-keys.js';
import { bytesOfACode, codeOf, readCode } from './reply-code.js';

const saltBytes = 16;

/** Makes reply codes, and hashes them: no code is kept anywhere. */
@Injectable()
export class ReplyCodes {
  constructor(private readonly keys: OrganisationKeys) {}

  /** A code that nobody can guess. */
  random(language: LocaleName): string {
    return codeOf(randomBytes(bytesOfACode), language);
  }

  /**
   * The code that follows from a client's idempotency key: whoever sends the same again gets the same code, and no answer
   * had to be stored for that.
   */
  async derived(operation: string, key: string, language: LocaleName): Promise<string> {
    const mac = await this.mac('code', `${operation}\n${key.toLowerCase()}`);
    // Thirty-two bytes are four words; the fifth follows from them.
    return codeOf(Buffer.concat([mac, await this.mac('more', mac.toString('hex'))]), language);
  }

  /**
   * What a record is found by. The salt is a secret of the house and the same for all, so that the hash itself is looked
   * up: every try costs one argon2id, whatever was typed and whatever is there.
   */
  async hash(typed: string): Promise<Buffer> {
    const salt = (await this.mac('salt', '')).subarray(0, saltBytes);
    // An empty password is refused by some builds: a letter that no code has stands for it.
    return hashRaw(readCode(typed) || '-', { ...hashing, salt });
  }

  /**
   * That the code of this hash belongs to this record. Whoever can write to the table could give a record the hash of a
   * code of their own; they cannot say this of it.
   */
  async bound(recordId: string, codeHash: Buffer): Promise<Buffer> {
    return this.mac('bound', `${recordId}\n${codeHash.toString('hex')}`);
  }

  /** An id that follows from a client's key, so that the same message sent twice is one row. */
  async idOf(purpose: string, key: string): Promise<string> {
    const bytes = (await this.mac('id', `${purpose}\n${key}`)).subarray(0, 16);
    // A uuid of our own making (RFC 9562, version 8).
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  private async mac(purpose: string, text: string): Promise<Buffer> {
    return createHmac('sha256', await this.keys.keyFor('codes'))
      .update(`${purpose}\0${text}`)
      .digest();
  }
}
