import { BeneficiaryCheck } from './beneficiaries/beneficiary-check.entity.js';
import { Beneficiary } from './beneficiaries/beneficiary.entity.js';
import { CampaignStatusChange } from './campaigns/campaign-status-change.entity.js';
import { Campaign } from './campaigns/campaign.entity.js';
import { CampaignPage } from './campaigns/page.entity.js';
import { CampaignUpdate } from './campaigns/update.entity.js';

export const campaignsEntities = [
  Beneficiary,
  BeneficiaryCheck,
  Campaign,
  CampaignStatusChange,
  CampaignPage,
  CampaignUpdate,
];
