import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { MyRecord } from './my-record.js';
import { MyRecordChanges } from './my-record-changes.service.js';
import { MyRecords } from './my-records.service.js';
import { AnswerRecordInput, ChangeSafeContactInput, RecordCodeInput, RecordConsentIdInput } from './record.input.js';

/**
 * Operations that require the person's reply code. All are mutations, so that the code is never in a URL and every
 * access is audited.
 */
@OwnTrail()
@Resolver()
export class RecordResolver {
  constructor(
    private readonly records: MyRecords,
    private readonly changes: MyRecordChanges,
  ) {}

  @Mutation(() => MyRecord, { description: 'Opens an application or consultation with its code.' })
  @Allow('anyone')
  openRecord(@CurrentActor() actor: Actor, @Args('input') input: RecordCodeInput): Promise<MyRecord> {
    return this.records.openRecord(actor, input);
  }

  @Mutation(() => MyRecord, { description: 'Sends a message to the advocate.' })
  @Allow('anyone')
  answerRecord(@CurrentActor() actor: Actor, @Args('input') input: AnswerRecordInput): Promise<MyRecord> {
    return this.changes.answer(actor, input);
  }

  @Mutation(() => MyRecord, { description: 'Changes how the person can be reached safely.' })
  @Allow('anyone')
  changeSafeContact(@CurrentActor() actor: Actor, @Args('input') input: ChangeSafeContactInput): Promise<MyRecord> {
    return this.changes.changeSafeContact(actor, input);
  }

  @Mutation(() => MyRecord, {
    description: 'Consents to sharing the proposed information with a business. Services never depend on it.',
  })
  @Allow('anyone')
  giveConsent(@CurrentActor() actor: Actor, @Args('input') input: RecordConsentIdInput): Promise<MyRecord> {
    return this.changes.giveConsent(actor, input);
  }

  @Mutation(() => MyRecord, {
    description: 'Withdraws a consent. The business immediately loses access.',
  })
  @Allow('anyone')
  revokeConsent(@CurrentActor() actor: Actor, @Args('input') input: RecordConsentIdInput): Promise<MyRecord> {
    return this.changes.revokeConsent(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Permanently erases everything, effective immediately.' })
  @Allow('anyone')
  eraseRecord(@CurrentActor() actor: Actor, @Args('input') input: RecordCodeInput): Promise<Acknowledgement> {
    return this.records.erase(actor, input);
  }
}
