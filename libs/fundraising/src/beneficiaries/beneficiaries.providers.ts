import type { Provider } from '@nestjs/common';
import { Beneficiaries } from './beneficiaries.service.js';
import { BeneficiaryLapseMail } from './beneficiary-lapse.mail.js';
import { BeneficiaryReads } from './beneficiary-reads.js';
import { BeneficiaryResolver } from './beneficiary.resolver.js';
import { WatchBeneficiaries } from './watch-beneficiaries.processor.js';

export const beneficiariesProviders: Provider[] = [
  BeneficiaryResolver,
  BeneficiaryReads,
  Beneficiaries,
  WatchBeneficiaries,
  BeneficiaryLapseMail,
];
