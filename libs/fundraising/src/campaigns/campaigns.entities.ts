import type { Type } from '@nestjs/common';
import { BeneficiaryCheck } from '../beneficiaries/beneficiary-check.entity.js';
import { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { Disbursement } from '../disbursements/disbursement.entity.js';
import { File } from '../files/file.entity.js';
import { CampaignPage } from '../pages/page.entity.js';
import { CampaignUpdate } from '../updates/update.entity.js';
import { Campaign } from './campaign.entity.js';
import { CampaignStatusChange } from './review/campaign-status-change.entity.js';

export const campaignsEntities: Type[] = [
  File,
  Beneficiary,
  BeneficiaryCheck,
  Campaign,
  CampaignStatusChange,
  CampaignPage,
  CampaignUpdate,
  Disbursement,
];
