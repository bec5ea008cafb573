import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { ApplicationReader } from '../applications/application-reader.js';
import type { SealedApplication } from '../applications/sealed-application.js';
import { lockTaken } from '../records/locked-record.js';
import { advocateReader } from '../database/sealed-reader.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { acknowledgeActionItems } from '../records/action-item-rows.js';

@Injectable()
export class ActionItems {
  constructor(
    private readonly zone: SealedZone,
    private readonly reader: ApplicationReader,
  ) {}

  /** Acknowledges all action items of an application. Idempotent. @throws Refusal NOT_FOUND, TAKE_IT_FIRST */
  async acknowledge(actor: Actor, applicationId: string): Promise<SealedApplication> {
    return this.zone.runAs(advocateReader(actor), async (tx) => {
      const { id } = await lockTaken(tx, 'application', applicationId);
      await acknowledgeActionItems(tx, id);
      return this.reader.afterStep(tx, id);
    });
  }
}
