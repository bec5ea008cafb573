import { Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { badInput, Config, isUuid, Logger, notFound } from '@upstander/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inboundUrl, isDiscreetNumber, smsAccountOf, statusUrl } from './sms-account.js';
import { SmsInbox, type ReceivedSms, type SmsStatusReport } from './sms-inbox.js';
import { isMessageSid } from './sms-provider.js';
import { verifySmsSignature } from './sms-signature.js';
import { twimlOf } from './twiml.js';

const phoneNumber = /^\+[1-9]\d{6,14}$/;
const optOutTypes: ReadonlySet<unknown> = new Set(['STOP', 'START', 'HELP']);

/** Twilio's statuses of outgoing texts. Others are ignored. */
const statuses: ReadonlyMap<string, SmsStatusReport['status']> = new Map([
  ['accepted', 'queued'],
  ['scheduled', 'queued'],
  ['queued', 'queued'],
  ['sending', 'queued'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/** Receives what the SMS provider reports. Access is open; the signature authenticates it. */
@Controller('sms')
export class SmsCallbacksController {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly inbox: SmsInbox,
  ) {}

  @Post('status/:id')
  @HttpCode(204)
  @Allow('anyone')
  async status(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Headers('x-twilio-signature') signature?: string,
  ): Promise<void> {
    const form = this.verifiedForm(request, signature, statusUrl(this.config, id));
    const status = statuses.get(form.get('MessageStatus') ?? '');
    // The provider would send an unknown status again and again.
    if (!status) return this.logger.warn({ requestId: request.id }, 'the SMS provider reported an unknown status');
    if (!isUuid(id)) throw notFound('This text');
    const errorCode = /^\d{1,6}$/.exec(form.get('ErrorCode') ?? '');
    await this.inbox.status({ id, providerId: sidOf(form), status, errorCode: errorCode && Number(errorCode[0]) });
  }

  @Post('inbound')
  @HttpCode(200)
  @Allow('anyone')
  async received(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) response: FastifyReply,
    @Headers('x-twilio-signature') signature?: string,
  ): Promise<string> {
    const form = this.verifiedForm(request, signature, inboundUrl(this.config));
    // The provider keeps the STOP list of that number.
    if (isDiscreetNumber(this.config, form.get('To'))) return reply(response, null);
    const from = form.get('From') ?? '';
    // Short codes and names of companies are no phones, and can't be answered.
    if (!phoneNumber.test(from)) return reply(response, null);
    const optOutType = form.get('OptOutType');
    const { reply: answer } = await this.inbox.received({
      providerId: sidOf(form),
      from,
      to: form.get('To') ?? '',
      // PostgreSQL doesn't store a NUL.
      body: (form.get('Body') ?? '').replaceAll('\0', ''),
      optOutType: optOutTypes.has(optOutType) ? (optOutType as ReceivedSms['optOutType']) : null,
    });
    return reply(response, answer);
  }

  /** @throws Refusal NOT_FOUND if texts are off; SMS_NOT_SIGNED */
  private verifiedForm({ body }: FastifyRequest, signature: string | undefined, url: string): URLSearchParams {
    const account = smsAccountOf(this.config);
    if (!account) throw notFound('This address');
    const form = body instanceof URLSearchParams ? body : new URLSearchParams();
    verifySmsSignature(signature, { authTokens: account.authTokens, url, form });
    return form;
  }
}

function reply(response: FastifyReply, text: string | null): string {
  void response.type('text/xml; charset=utf-8');
  return twimlOf(text);
}

/** @throws Refusal BAD_INPUT */
function sidOf(form: URLSearchParams): string {
  const sid = form.get('MessageSid') ?? '';
  if (!isMessageSid(sid)) throw badInput({ MessageSid: 'not-an-id' });
  return sid;
}
