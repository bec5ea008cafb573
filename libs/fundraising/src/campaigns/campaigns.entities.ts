import type { Type } from '@nestjs/common';
import { BeneficiaryCheckRow } from '../beneficiaries/beneficiary-check.entity.js';
import { BeneficiaryDutyRow } from '../beneficiaries/beneficiary-duty.entity.js';
import { BeneficiaryRow } from '../beneficiaries/beneficiary.entity.js';
import { DisbursementRow } from '../disbursements/disbursement.entity.js';
import { FileRow } from '../files/file.entity.js';
import { PageRow } from '../pages/page.entity.js';
import { UpdateRow } from '../updates/update.entity.js';
import { CampaignRow } from './campaign.entity.js';
import { GiftNotice } from './gift-notices/gift-notice.entity.js';
import { CampaignMomentRow } from './review/campaign-moment.entity.js';
import { TallyRow } from './tally.entity.js';

/** The tables of this folder and of those around it. */
export const campaignsEntities: Type[] = [
  FileRow,
  BeneficiaryRow,
  BeneficiaryDutyRow,
  BeneficiaryCheckRow,
  CampaignRow,
  CampaignMomentRow,
  PageRow,
  UpdateRow,
  TallyRow,
  GiftNotice,
  DisbursementRow,
];
