import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { AccountingAccess } from './accounting-access.js';
import { CheckLedger } from './checks/check-ledger.processor.js';
import { LedgerChecks } from './checks/ledger-checks.service.js';
import { LedgerMetrics } from './checks/ledger-metrics.js';
import { IncrementalLedgerCheck } from './checks/incremental-ledger-check.js';
import { FullLedgerCheck } from './checks/full-ledger-check.js';
import { DisbursementAccess } from './disbursements/disbursement-access.js';
import { DisbursementProposedMail } from './disbursements/disbursement-proposed.mail.js';
import { DisbursementReads } from './disbursements/disbursement-reads.js';
import { DisbursementResolver } from './disbursements/disbursement.resolver.js';
import { Disbursements } from './disbursements/disbursements.service.js';
import { DocumentsController } from './documents/documents.controller.js';
import { ReceiptDocuments } from './documents/receipt-documents.service.js';
import { Statements } from './documents/statements.service.js';
import { CsvExports } from './exports/csv-exports.js';
import { ExportsController } from './exports/exports.controller.js';
import { AccountList } from './ledger/account-list.js';
import { AccountingResolver } from './ledger/accounting.resolver.js';
import { MoneyOverTime } from './ledger/money-over-time.js';
import { TransactionList } from './ledger/transaction-list.js';
import { GivingUrls } from './receipts/giving-urls.js';
import { IssueReceipts } from './receipts/issue-receipts.processor.js';
import { ReceiptMails } from './receipts/mails/receipt-mails.js';
import { ReceiptIssuing } from './receipts/receipt-issuing.js';
import { ReceiptLinks } from './receipts/receipt-links.js';
import { ReceiptReads } from './receipts/receipt-reads.js';
import { ReceiptResolver } from './receipts/receipt.resolver.js';
import { ResendReceipts } from './receipts/resend-receipts.service.js';

@Module({
  imports: [NotificationsModule],
  controllers: [DocumentsController, ExportsController],
  providers: [
    AccountingAccess,
    // checks
    LedgerChecks,
    IncrementalLedgerCheck,
    FullLedgerCheck,
    LedgerMetrics,
    CheckLedger,
    // disbursements
    DisbursementAccess,
    DisbursementResolver,
    DisbursementReads,
    Disbursements,
    DisbursementProposedMail,
    // documents
    Statements,
    ReceiptDocuments,
    // exports
    CsvExports,
    // ledger
    AccountingResolver,
    AccountList,
    TransactionList,
    MoneyOverTime,
    // receipts
    ReceiptResolver,
    ReceiptReads,
    ReceiptLinks,
    ReceiptIssuing,
    IssueReceipts,
    ResendReceipts,
    GivingUrls,
    // receipts/mails
    ReceiptMails,
  ],
  exports: [CsvExports, ReceiptLinks, GivingUrls],
})
export class AccountingModule {}
