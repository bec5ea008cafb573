import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '@upstander/platform';
import type { MailDataByTemplate } from '../mails/mail-data.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { testMail } from './email-samples.js';
import { findEmail, type Email } from './email-texts.js';

/** A test of texts that an admin edits, with example data. */
@Injectable()
export class EmailTestTemplate implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Email>({
      name: 'email-test',
      by: ({ data }) => (data as MailDataByTemplate['email-test']).email,
      load: (ids) => Promise.resolve(new Map(ids.flatMap((id) => (findEmail(id) ? [[id, findEmail(id)!]] : [])))),
      write: (email, locale, data) =>
        testMail(email, locale, new Map(Object.entries((data as MailDataByTemplate['email-test']).texts)), {
          organization: this.config.ORGANIZATION_NAME,
          publicUrl: this.config.PUBLIC_URL,
        }),
    });
  }
}
