import type { Provider, Type } from '@nestjs/common';
import { accountingProviders } from '../accounting/accounting.providers.js';
import { ExportsController } from '../accounting/exports.controller.js';
import { givingProviders } from '../giving/giving.providers.js';
import { GivingUrls } from './giving-urls.js';
import { IssueReceipts } from './issue-receipts.processor.js';
import { ReceiptMails } from './mails/receipt-mails.js';
import { DocumentsController } from './documents.controller.js';
import { ReceiptIssuing } from './receipt-issuing.js';
import { ReceiptLinks } from './receipt-links.js';
import { ReceiptDocuments } from './receipt-documents.service.js';
import { ReceiptReads } from './receipt-reads.js';
import { ReceiptResolver } from './receipt.resolver.js';
import { ResendReceipts } from './resend-receipts.service.js';
import { NotifyHonourees } from './notify-honourees.processor.js';

export const receiptsProviders: Provider[] = [
  ReceiptResolver,
  ReceiptReads,
  ReceiptLinks,
  ReceiptDocuments,
  ReceiptIssuing,
  IssueReceipts,
  ResendReceipts,
  GivingUrls,
  ReceiptMails,
  NotifyHonourees,
  ...givingProviders,
  ...accountingProviders,
];

export const receiptsControllers: Type[] = [DocumentsController, ExportsController];
