import { Injectable } from '@nestjs/common';

type FindZones = (recipients: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Time zones of people's profiles, by address. The library that has the profiles registers the lookup. */
@Injectable()
export class SmsZones {
  private lookup: FindZones = () => Promise.resolve(new Map());

  define(lookup: FindZones): void {
    this.lookup = lookup;
  }

  find(recipients: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.lookup(recipients);
  }
}
