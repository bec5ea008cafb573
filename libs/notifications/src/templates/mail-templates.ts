import { Injectable } from '@nestjs/common';
import type { MailTemplate } from './mail-template.js';

/** Every kind of mail there is; each library registers its own when its module starts. */
@Injectable()
export class MailTemplates {
  private readonly byName = new Map<string, MailTemplate<unknown>>();

  /** @throws when two templates want one name: a mail must never depend on which module started first. */
  register<Data>(template: MailTemplate<Data>): void {
    if (this.byName.has(template.name)) throw new Error(`Two mail templates are called "${template.name}".`);
    // A template only ever sees what its own `load` returned, so what that is may be forgotten here.
    this.byName.set(template.name, template as MailTemplate<unknown>);
  }

  get(name: string): MailTemplate<unknown> | undefined {
    return this.byName.get(name);
  }

  names(): string[] {
    return [...this.byName.keys()].sort();
  }
}
