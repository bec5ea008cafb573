import type { BusinessKey } from './business-ideas.js';

export interface OpportunityIdea {
  business: BusinessKey;
  status:
    | 'draft'
    | 'in_review'
    | 'changes_requested'
    | 'published'
    | 'expiring'
    | 'expired'
    | 'filled'
    | 'withdrawn'
    | 'refused';
  ago: number;
  language?: 'en' | 'es';
  kind?: 'job' | 'internship' | 'skills_training' | 'other';
  title: string;
  description: string;
  /** From, to and unit, in whole dollars. */
  pay?: readonly [from: number, to: number, unit: 'hour' | 'day' | 'week' | 'month' | 'year' | 'once'];
  hours?: number;
  schedule?: string;
  place?: string;
  remote?: boolean;
  night?: boolean;
  idNeeded?: boolean;
  backgroundCheck?: boolean;
  records?: string;
  transport?: string;
  equipment?: string;
  childcareHours?: boolean;
  trainingPaid?: boolean;
  harmTags?: readonly string[];
  wantsPublic?: boolean;
  staffSayPublic?: boolean;
  reason?: string;
  /** Texts staff had read before the business changed them. */
  before?: { title?: string; description?: string };
}
