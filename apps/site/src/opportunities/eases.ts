import type { OpportunityCardData } from './queries';

const easeConditions = {
  PAID_TRAINING: ({ trainingPaid }: OpportunityCardData) => trainingPaid === true,
  CHILDCARE_HOURS: ({ childcareHours }: OpportunityCardData) => childcareHours,
  TRANSPORT: ({ transport }: OpportunityCardData) => transport !== '',
  EQUIPMENT: ({ equipment }: OpportunityCardData) => equipment !== '',
} as const;

export type Ease = keyof typeof easeConditions;

/** Leaves out anything that more than a third of the rows have: a repeated sentence helps no one to choose. */
export function distinctEases(offers: readonly OpportunityCardData[]): ReadonlyMap<string, readonly Ease[]> {
  const eases = (Object.keys(easeConditions) as Ease[]).filter(
    (ease) => offers.filter((offer) => easeConditions[ease](offer)).length * 3 <= offers.length,
  );
  return new Map(offers.map((offer) => [offer.id, eases.filter((ease) => easeConditions[ease](offer))]));
}
