import { Injectable } from '@nestjs/common';
import { hashRaw } from '@node-rs/argon2';
import { hashing, type LocaleName } from '@upstander/identity';
import { createHmac, randomBytes } from 'node:crypto';
import { OrganizationKeys } from '../keys/organization-keys.js';
import { codeBytes, codeOf, readCode } from './reply-code.js';

const saltBytes = 16;

/** Codes are never stored. */
@Injectable()
export class ReplyCodes {
  constructor(private readonly keys: OrganizationKeys) {}

  random(language: LocaleName): string {
    return codeOf(randomBytes(codeBytes), language);
  }

  /** Derives a code from an idempotency key, so a retry gets the same code without a stored response. */
  async deriveCode(operation: string, key: string, language: LocaleName): Promise<string> {
    const mac = await this.mac('code', `${operation}\n${key.toLowerCase()}`);
    // 32 bytes make four words; the fifth is derived from them.
    return codeOf(Buffer.concat([mac, await this.mac('more', mac.toString('hex'))]), language);
  }

  /**
   * Returns the hash by which a record is found. All records share one secret salt, so every attempt costs exactly one
   * argon2id.
   */
  async hash(input: string): Promise<Buffer> {
    const salt = (await this.mac('salt', '')).subarray(0, saltBytes);
    // Some builds reject an empty password. No code contains a hyphen.
    return hashRaw(readCode(input) || '-', { ...hashing, salt });
  }

  /**
   * Returns the MAC that binds a code to a record. Someone with write access to the table could store the hash of their
   * own code, but can't compute this.
   */
  async bindingMac(recordId: string, codeHash: Buffer): Promise<Buffer> {
    return this.mac('bound', `${recordId}\n${codeHash.toString('hex')}`);
  }

  /** Derives an ID from a client's key, so a message sent twice is one row. */
  async idOf(purpose: string, key: string): Promise<string> {
    const bytes = (await this.mac('id', `${purpose}\n${key}`)).subarray(0, 16);
    // A custom UUID (RFC 9562, version 8).
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
