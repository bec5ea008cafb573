import { Injectable } from '@nestjs/common';
import { EmailRequestLimits, type Actor, type Browser } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  Config,
  Idempotency,
  insertRow,
  personName,
  readInput,
  refuseFaults,
  type Acknowledgement,
} from '@upstander/platform';
import { Ask } from './ask.entity.js';
import { StartSchoolAskInput } from './ask.input.js';
import { placeOf, requireChapter } from './ask-place.js';
import { recordAskChange } from './ask-store.js';

@Injectable()
export class AskStarts {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: EmailRequestLimits,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Stores the request, hidden until the link in the email is followed, because a typed address proves nothing.
   * @throws Refusal BAD_INPUT, NOT_FOUND for an unknown school or chapter, SOLUTION_NEEDED, TOO_MANY_TRIES,
   * IDEMPOTENCY_KEY_REUSED
   */
  async start(actor: Actor, browser: Browser, input: StartSchoolAskInput): Promise<Acknowledgement> {
    const { values, faults } = readInput(StartSchoolAskInput, input);
    const name = personName('name', input.name, 80);
    // The name comes from the directory.
    if (input.entryId) delete faults['school'];
    refuseFaults({
      ...faults,
      ...(input.asker === 'staff' && { asker: 'not-a-choice' }),
      ...(!values.letterEn && !values.letterEs && { letterEn: 'required' }),
    });
    const { entryId = null, chapterId = null, asker, letterSender, email } = input;
    await this.limits.consume(actor, browser, { kind: 'school-letter', email, solution: input.solution });
    const content = {
      ...values,
      entryId,
      chapterId,
      asker,
      letterSender,
      name,
      email,
      language: input.locale ?? 'en',
    } as const;
    const call = { operation: 'startSchoolAsk', actorKey: 'anyone', key: input.idempotencyKey, input: content };
    await this.idempotency.transaction(call, async (tx) => {
      const at = this.clock.now();
      const place = await placeOf(tx, content, this.config.SCHOOL_STATE);
      if (chapterId) await requireChapter(tx, chapterId);
      const askId = await insertRow(tx.manager, Ask, {
        ...place,
        chapterId,
        asker,
        name,
        email,
        language: content.language,
        letterEn: values.letterEn,
        letterEs: values.letterEs,
        letterSender,
        status: 'unconfirmed',
        createdAt: at,
        changedAt: at,
      });
      await recordAskChange(tx, askId, at, { kind: 'started', by: null });
      await this.outbox.add(tx, {
        key: `school-ask-confirm/${askId}`,
        template: 'school-ask-confirm',
        subjectId: askId,
        recipient: email,
        locale: content.language,
      });
      return askId;
    });
    return { ok: true };
  }
}
