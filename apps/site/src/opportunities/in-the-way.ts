import type { Catalogue } from '@upstander/web-kit';
import type { OfferWords } from './queries';

export interface Answered {
  text: string;
  /** It stands in nobody's way. */
  easy: boolean;
}

/** Everything that may stand in somebody's way, answered in sentences: silence would leave the worst to be guessed. */
export function inTheWay(offer: OfferWords, words: Catalogue): Answered[] {
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
