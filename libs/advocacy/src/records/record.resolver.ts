import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { MyRecord } from './my-record.js';
import { MyRecordChanges } from './my-record-changes.service.js';
import { MyRecords } from './my-records.service.js';
import { AnswerRecordInput, ChangeSafeContactInput, RecordCodeInput, RecordConsentIdInput } from './record.input.js';

/** What a person does with their reply code. All are mutations: a code is in no address, and each leaves its trace. */
@OwnTrail()
@Resolver()
export class RecordResolver {
  constructor(
    private readonly records: MyRecords,
    private readonly changes: MyRecordChanges,
  ) {}

  @Mutation(() => MyRecord, { description: 'Opens what was sent, with its code.' })
  @Allow('anyone')
  openRecord(@CurrentActor() actor: Actor, @Args('input') input: RecordCodeInput): Promise<MyRecord> {
    return this.records.openRecord(actor, input);
  }

  @Mutation(() => MyRecord, { description: 'Writes to the advocate.' })
  @Allow('anyone')
  answerRecord(@CurrentActor() actor: Actor, @Args('input') input: AnswerRecordInput): Promise<MyRecord> {
    return this.changes.answer(actor, input);
  }

  @Mutation(() => MyRecord, { description: 'Says again how the person can be reached safely.' })
  @Allow('anyone')
  changeSafeContact(@CurrentActor() actor: Actor, @Args('input') input: ChangeSafeContactInput): Promise<MyRecord> {
    return this.changes.changeSafeContact(actor, input);
  }

  @Mutation(() => MyRecord, {
    description: 'Allows what an advocate proposed to tell a business. Never a condition of anything.',
  })
  @Allow('anyone')
  giveConsent(@CurrentActor() actor: Actor, @Args('input') input: RecordConsentIdInput): Promise<MyRecord> {
    return this.changes.giveConsent(actor, input);
  }

  @Mutation(() => MyRecord, {
    description: 'Takes a consent back: the business sees nothing more from this moment on.',
  })
  @Allow('anyone')
  revokeConsent(@CurrentActor() actor: Actor, @Args('input') input: RecordConsentIdInput): Promise<MyRecord> {
    return this.changes.revokeConsent(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes everything at once, and for good.' })
  @Allow('anyone')
  eraseRecord(@CurrentActor() actor: Actor, @Args('input') input: RecordCodeInput): Promise<Acknowledgement> {
    return this.records.erase(actor, input);
  }
}
