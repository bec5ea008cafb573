import { Injectable } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { Config, SignedIds } from '@upstander/platform';
import { ReceiptLinks } from './receipt-links.js';

@Injectable()
export class GivingUrls {
  constructor(
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly links: ReceiptLinks,
  ) {}

  receipt(id: string, giftVersion: number): string {
    return this.config.PUBLIC_URL + this.links.pdf(id, giftVersion);
  }

  statement(donorId: string, donorVersion: number, year: number): string {
    return this.config.PUBLIC_URL + this.links.statement(donorId, donorVersion, year);
  }

  giftUrl(id: string, version: number, locale: LocaleName): string {
    return this.page(`thanks/${this.signedIds.sign('gift', id, version)}`, locale);
  }

  recurringGift(id: string, version: number, locale: LocaleName): string {
    return this.page(`recurring-gift/${this.signedIds.sign('recurring-gift', id, version)}`, locale);
  }

  givingUrl(donorId: string, version: number, locale: LocaleName): string {
    return this.page(`giving/${this.signedIds.sign('giving', donorId, version)}`, locale);
  }

  private page(path: string, locale: LocaleName): string {
    return `${this.config.PUBLIC_URL}/${path}${languageQuery(locale)}`;
  }
}
