import type { Catalog } from '@upstander/web-kit';
import type { OfferWords } from './queries';

export interface BarrierSentence {
  text: string;
  /** True if it's not a barrier. */
  isEasy: boolean;
}

/** Covers every barrier: leaving one out would let readers assume the worst. */
export function barrierSentencesOf(offer: OfferWords, words: Catalog): BarrierSentence[] {
  const t = words.site.opportunities;
  const sentenceFor = (isEasy: boolean, easyText: string, barrierText: string): BarrierSentence => ({
    text: isEasy ? easyText : barrierText,
    isEasy,
  });
  const check =
    offer.backgroundCheck && offer.acceptableRecords !== '' ? ` ${t.records({ text: offer.acceptableRecords })}` : '';
  return [
    sentenceFor(!offer.idNeeded, t.idNo, t.idYes),
    sentenceFor(!offer.backgroundCheck, t.checkNo, t.checkYes + check),
    ...(offer.trainingPaid === null ? [] : [sentenceFor(offer.trainingPaid, t.trainingYes, t.trainingNo)]),
    sentenceFor(!offer.nightWork, t.nightNo, t.nightYes),
    sentenceFor(offer.childcareHours, t.childcareYes, t.childcareNo),
    ...(offer.remote && offer.place === ''
      ? []
      : [sentenceFor(offer.transport !== '', t.transportYes({ text: offer.transport }), t.transportNo)]),
    sentenceFor(offer.equipment !== '', t.equipmentYes({ text: offer.equipment }), t.equipmentNo),
  ];
}
