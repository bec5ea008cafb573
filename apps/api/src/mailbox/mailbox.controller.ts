import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Allow } from '@upstander/identity';
import { Replies, ReplyAddresses } from '@upstander/notifications';
import { badInput, notFound } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { writeReply, type CaughtMail } from './caught-mail.js';
import { Mailbox } from './mailbox.js';
import { listPage, mailPage, repliedPage } from './mailbox-pages.js';

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'self'";
// Emails are untrusted content.
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Readable by anyone who can reach this machine, so production refuses it. */
@Controller('dev')
export class MailboxController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly replies: Replies,
    private readonly replyAddresses: ReplyAddresses,
  ) {}

  @Get('mail')
  @Allow('anyone')
  async list(@Res() reply: FastifyReply): Promise<void> {
    await html(reply, listPage(this.mailbox.list()), pagePolicy);
  }

  @Get('mail.json')
  @Allow('anyone')
  all(): CaughtMail[] {
    return this.mailbox.list();
  }

  @Get('mail/:id')
  @Allow('anyone')
  async one(@Param('id') id: string, @Query('view') view: unknown, @Res() reply: FastifyReply): Promise<void> {
    const chosen = view === 'text' || view === 'source' ? view : 'html';
    const mail = this.mailbox.find(id);
    await html(reply, mailPage(mail, chosen, { canReply: this.canReply(mail) }), pagePolicy);
  }

  /** Answers an email as its recipient. A reply from elsewhere would arrive through the mail server. */
  @Post('mail/:id/reply')
  @Allow('anyone')
  async reply(@Param('id') id: string, @Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    const mail = this.mailbox.find(id);
    const text = form instanceof URLSearchParams ? form.get('text') : null;
    if (!text?.trim() || !this.canReply(mail)) throw badInput({ text: 'required' });
    await this.replies.receive(Readable.from(writeReply(mail, text)));
    await html(reply, repliedPage(mail), pagePolicy);
  }

  private canReply({ replyTo }: CaughtMail): boolean {
    return replyTo !== null && this.replyAddresses.isReplyAddress(replyTo);
  }

  @Get('mail/:id/html')
  @Allow('anyone')
  async body(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const page = this.mailbox.find(id).html ?? '';
    // Links must open outside the frame, because the site refuses to be framed.
    await html(reply, page.replace(/<head[^>]*>/i, '$&<base target="_blank">'), mailPolicy);
  }

  @Get('mail/:id/files/:place')
  @Allow('anyone')
  async file(@Param('id') id: string, @Param('place') place: string, @Res() reply: FastifyReply): Promise<void> {
    const file = this.mailbox.find(id).attachments[Number(place)];
    if (!file) throw notFound('This file');
    const name = file.filename.replace(/[^\w.-]/g, '_');
    await reply
      .header('content-type', `${file.contentType}; charset=utf-8`)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('x-content-type-options', 'nosniff')
      .send(file.content);
  }
}

async function html(reply: FastifyReply, page: string, policy: string): Promise<void> {
  await reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(page);
}
