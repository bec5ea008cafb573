import { Injectable } from '@nestjs/common';
import type { MailTemplate } from './mail-template.js';

/** Every mail that can be written. A library registers its templates when its module starts. */
@Injectable()
export class MailTemplates {
  private readonly known = new Map<string, MailTemplate<unknown>>();

  /** @throws when there is a template of this name already. */
  register<Data>(template: MailTemplate<Data>): void {
    if (this.known.has(template.name)) throw new Error(`The mail template "${template.name}" is registered twice.`);
    this.known.set(template.name, template as MailTemplate<unknown>);
  }

  /** The template of this name, or undefined: a mail of a later release may wait for one we do not know yet. */
  find(name: string): MailTemplate<unknown> | undefined {
    return this.known.get(name);
  }

  names(): string[] {
    return [...this.known.keys()].sort();
  }
}
