import type { Provider } from '@nestjs/common';
import { BeneficiaryResolver } from './beneficiary.resolver.js';
import { BeneficiaryReads } from './beneficiary-reads.js';
import { Beneficiaries } from './beneficiaries.service.js';

/** What Nest makes of this folder. */
export const beneficiariesProviders: Provider[] = [BeneficiaryResolver, BeneficiaryReads, Beneficiaries];
