import type { OpportunityCardData } from './queries';

/** Filters for opportunities that are easier to take. */
const easeConditions = {
  PAID_TRAINING: ({ trainingPaid }: OpportunityCardData) => trainingPaid === true,
  CHILDCARE_HOURS: ({ childcareHours }: OpportunityCardData) => childcareHours,
  TRANSPORT: ({ transport }: OpportunityCardData) => transport !== '',
  EQUIPMENT: ({ equipment }: OpportunityCardData) => equipment !== '',
} as const;

export type Ease = keyof typeof easeConditions;

/**
 * Returns what each opportunity of a page makes easier than most others there.
 * A sentence that most rows repeat helps no one to choose, so anything that more than a third of them have is left out.
 */
export function distinctEases(offers: readonly OpportunityCardData[]): ReadonlyMap<string, readonly Ease[]> {
  const eases = (Object.keys(easeConditions) as Ease[]).filter(
    (ease) => offers.filter((offer) => easeConditions[ease](offer)).length * 3 <= offers.length,
  );
  return new Map(offers.map((offer) => [offer.id, eases.filter((ease) => easeConditions[ease](offer))]));
}
