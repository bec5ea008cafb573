import { Injectable } from '@nestjs/common';
import { Config, notFound } from '@upstander/platform';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMail, type CaughtMail } from './caught-mail.js';

const maxEmails = 500;

/** In memory, and as files if MAILBOX_DIR is set. */
@Injectable()
export class Mailbox {
  private readonly mails: CaughtMail[] = [];

  constructor(private readonly config: Config) {}

  async saveMail(source: string): Promise<CaughtMail> {
    const now = new Date();
    const id = `${now.valueOf()}-${randomBytes(4).toString('hex')}`;
    const mail = await readMail(id, now, source);
    this.mails.push(mail);
    const folder = this.config.MAILBOX_DIR;
    if (folder) await writeFile(join(folder, `${id}.eml`), source);
    while (this.mails.length > maxEmails) {
      const oldest = this.mails.shift();
      if (folder && oldest) await rm(join(folder, `${oldest.id}.eml`), { force: true });
    }
    return mail;
  }

  async openFolder(): Promise<void> {
    const folder = this.config.MAILBOX_DIR;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    const files = (await readdir(folder)).filter((file) => /^\d+-[0-9a-f]+\.eml$/.test(file)).sort();
    for (const file of files.slice(0, -maxEmails)) await rm(join(folder, file), { force: true });
    const earlier: CaughtMail[] = [];
    for (const file of files.slice(-maxEmails)) {
      const id = file.slice(0, -'.eml'.length);
      earlier.push(await readMail(id, new Date(parseInt(id, 10)), await readFile(join(folder, file), 'utf8')));
    }
    this.mails.unshift(...earlier);
  }

  list(): CaughtMail[] {
    return [...this.mails].reverse();
  }

  /** @throws Refusal NOT_FOUND */
  find(id: string): CaughtMail {
    const mail = this.mails.find((one) => one.id === id);
    if (!mail) throw notFound('This mail');
    return mail;
  }
}
