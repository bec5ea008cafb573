import type { RedFlagRule } from './rule.js';
import { housingBundled, travelBundled } from './bundled.js';
import { contactElsewhere, mailAddress, messenger, phoneNumber, webAddress } from './contact-elsewhere.js';
import { feeAsked, moneyMoved } from './fee-asked.js';
import { hiddenCharacters, lookalikeLetters } from './hidden-text.js';
import { keepsDocuments } from './keeps-documents.js';
import { payBelowMinimum, payTooGood, payUnstated } from './pay-rules.js';
import { appearance, controlsPeople, minors, namesReaders, soloNightWork, hastyHiring } from './people-rules.js';

/**
 * All rules. The first rule of each group follows "Possible trafficking situations" of the EEOC
 * (eeoc.gov/youth/protect-yourself-possible-trafficking-situations): fees, documents, housing and travel, pay, contact
 * elsewhere, minors, working alone at night.
 */
export const redFlagRules: RedFlagRule[] = [
  feeAsked,
  moneyMoved,
  keepsDocuments,
  housingBundled,
  travelBundled,
  payTooGood,
  payUnstated,
  payBelowMinimum,
  contactElsewhere,
  phoneNumber,
  mailAddress,
  messenger,
  webAddress,
  hiddenCharacters,
  lookalikeLetters,
  minors,
  appearance,
  soloNightWork,
  controlsPeople,
  hastyHiring,
  namesReaders,
];
