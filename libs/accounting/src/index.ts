import './accounting.mails.js';
import './accounting.personal-data.js';
export { Disbursement } from './disbursements/disbursement.entity.js';
export { Disbursements } from './disbursements/disbursements.service.js';
export { overdueSql } from './disbursements/overdue.js';
export { givenInCondition as givenIn } from './documents/statements.service.js';
export {
  campaignLiteral,
  CsvExports,
  dateConditions,
  type ExportQuery,
  type ExportRequest,
  uuidsLiteral,
} from './exports/csv-exports.js';
export { decimal } from './exports/decimal-sql.js';
export { fileUrl } from './files/file-url.js';
export { File, FilePurpose } from './files/file.entity.js';
export { displayOf, DonorDisplay, publicName, type DonorDisplayValue } from './gifts/donor-display.js';
export { Frequency, GiftMethod, GiftStatus } from './gifts/gift-status.js';
export * from './gifts/gift.entity.js';
export { GivingUrls } from './receipts/giving-urls.js';
export { withPreview } from './receipts/mails/receipt-mail-text.js';
export { ReceiptLinks } from './receipts/receipt-links.js';
export { type ValidReceipt, validReceiptOf } from './receipts/receipt.entity.js';
export { VoidReason } from './receipts/void-reason.js';
export { accountingFiles } from './accounting.files.js';
export { accountingJobs } from './accounting.jobs.js';
export { accountingLimits } from './accounting.limits.js';
export { accountingMetrics } from './accounting.metrics.js';
export { AccountingModule } from './accounting.module.js';
export { accountingSettings } from './accounting.settings.js';
export * from './campaign-joins.js';
export { donors, finance, giftsOfDonor, law } from './donor-data.js';
export { collapseWhitespace } from './collapse-whitespace.js';
export { requireOrganizationRole } from './organization.js';
export { toPlainObject as plain } from './plain.js';
