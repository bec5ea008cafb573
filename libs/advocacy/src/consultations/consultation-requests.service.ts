import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Clock, Config, line, readInput, refuseFaults } from '@upstander/platform';
import type { ReplyCode } from '../applications/apply.input.js';
import { RecordIntake, type NewRow } from '../intake/record-intake.js';
import { saveNoticeChoice } from '../records/person-notice-rows.js';
import { readContact } from '../records/typed-record.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { teamKey } from '../team-keys/team-key-rows.js';
import { modulusBytes } from '../team-keys/typed-keys.js';
import { RequestConsultationInput } from './consultation.input.js';
import type { SealedText } from '../team-keys/sealed-text.js';
import { typedSealedText } from './typed-sealed-text.js';

const language = line(60);

@Injectable()
export class ConsultationRequests {
  constructor(
    private readonly intake: RecordIntake,
    private readonly zone: SealedZone,
    private readonly limits: RateLimits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT, TOO_MANY_TRIES, IDEMPOTENCY_KEY_REUSED, RECORD_ERASED */
  async request(actor: Actor, input: RequestConsultationInput): Promise<ReplyCode> {
    const consultation = await this.typed(input);
    await this.limits.consume('sealed-send', actor.address);
    const { replyCode } = await this.intake.submitRecord({
      kind: 'consultation',
      operation: 'requestConsultation',
      key: input.idempotencyKey,
      sent: consultation,
      check: () => Promise.resolve(),
      insert: (tx, row) => insert(tx, row, consultation),
    });
    return { replyCode };
  }

  private async typed(input: RequestConsultationInput) {
    const { values, faults } = readInput(RequestConsultationInput, input);
    const { contact, faults: contactFaults } = readContact(input.safeContact, this.config.COUNTRY, this.clock.now());
    Object.assign(faults, contactFaults);
    const { aboutSealed } = input;
    if (values.about && aboutSealed) faults['about'] ??= 'one-of-two';
    const interpreter = language.tidy(input.interpreter ?? '') || null;
    const fault = interpreter && language.fault(interpreter);
    if (fault) faults['interpreter'] = fault;
    refuseFaults(faults);
    return {
      alias: values.nameToUse,
      contact,
      about: values.about,
      aboutSealed: aboutSealed ? await this.sealedText(aboutSealed) : null,
      language: values.language,
      interpreter,
    };
  }

  private async sealedText(text: NonNullable<RequestConsultationInput['aboutSealed']>): Promise<SealedText> {
    const key = await this.zone.runAs({ kind: 'system', job: 'consultation-key' }, (tx) => teamKey(tx, text.keyId));
    return typedSealedText(text, key && { keyId: key.keyId, modulusBytes: modulusBytes(key.publicKey) });
  }
}

type Consultation = Awaited<ReturnType<ConsultationRequests['typed']>>;

async function insert(
  tx: SealedTx,
  { id, codeHash, codeBound, sent: sentDigest, write }: NewRow,
  { alias, contact, about, aboutSealed, language, interpreter }: Consultation,
): Promise<void> {
  const seal = (column: string, text: string | null) =>
    text === null ? null : write({ column: `consultation.${column}`, rowId: id }, text);
  const sealedBy = aboutSealed ? 'browser' : about && 'server';
  await tx.query(
    `INSERT INTO sealed.consultation (id, alias, contact, about, about_sealed_by, language, interpreter,
       interpreter_language, sent, code_hash, code_bound, status, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'new', $12)`,
    [
      id,
      seal('alias', alias),
      seal('contact', JSON.stringify(contact)),
      seal('about', aboutSealed ? JSON.stringify(aboutSealed) : about),
      sealedBy,
      language,
      interpreter !== null,
      seal('interpreter_language', interpreter),
      sentDigest,
      codeHash,
      codeBound,
      tx.at,
    ],
  );
  await saveNoticeChoice(tx, { id, kind: 'consultation' }, { contact, language }, write);
}
