import type { Catalog } from '@upstander/web-kit';
import type { OfferWords } from './queries';

export interface Answered {
  text: string;
  /** True if it's not a barrier. */
  easy: boolean;
}

/** Returns a sentence for each possible barrier. Leaving one out would let readers assume the worst. */
export function inTheWay(offer: OfferWords, words: Catalog): Answered[] {
  const t = words.site.opportunities;
  const yesNo = (easy: boolean, yes: string, no: string): Answered => ({ text: easy ? yes : no, easy });
  const check =
    offer.backgroundCheck && offer.acceptableRecords !== '' ? ` ${t.records({ text: offer.acceptableRecords })}` : '';
  return [
    yesNo(!offer.idNeeded, t.idNo, t.idYes),
    yesNo(!offer.backgroundCheck, t.checkNo, t.checkYes + check),
    ...(offer.trainingPaid === null ? [] : [yesNo(offer.trainingPaid, t.trainingYes, t.trainingNo)]),
    yesNo(!offer.nightWork, t.nightNo, t.nightYes),
    yesNo(offer.childcareHours, t.childcareYes, t.childcareNo),
    ...(offer.remote && offer.place === ''
      ? []
      : [yesNo(offer.transport !== '', t.transportYes({ text: offer.transport }), t.transportNo)]),
    yesNo(offer.equipment !== '', t.equipmentYes({ text: offer.equipment }), t.equipmentNo),
  ];
}
