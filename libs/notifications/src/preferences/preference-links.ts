import { Injectable } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { Config, SignedIds } from '@upstander/platform';

const purpose = 'notifications';

/** Links to a person's preferences. They name the email they are in, so they reveal no address. */
@Injectable()
export class PreferenceLinks {
  constructor(
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  pageFor(mailId: string, locale: LocaleName): string {
    return `${this.urlOf(mailId)}${languageQuery(locale)}`;
  }

  /** For one-click unsubscribe (RFC 8058), which is answered at this address without cookies. */
  unsubscribeFor(mailId: string, topics: readonly string[]): string {
    return `${this.urlOf(mailId)}?topics=${topics.join(',')}`;
  }

  /** Returns the ID of the email, or null if the link is invalid. */
  open(token: string): string | null {
    return this.signedIds.verify(purpose, token)?.id ?? null;
  }

  private urlOf(mailId: string): string {
    return `${this.config.PUBLIC_URL}/notifications/${this.signedIds.sign(purpose, mailId)}`;
  }
}
