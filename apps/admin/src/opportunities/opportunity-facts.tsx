import { languageName, listText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { Facts, type Fact } from '../parts/ui/facts';
import { Section } from '../parts/ui/section';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import { usePayText } from './fields';
import { Marked } from './marked';
import type { Opportunity } from './queries';

/** The answers of the form, each with what the rules found in it. */
export function OpportunityFacts({ opportunity }: { opportunity: Opportunity }) {
  const { t, words: catalogue, locale } = useWords();
  const { fields, yes, no, review } = t.opportunities;
  const payText = usePayText();
  const marked = (field: string, text: string): ReactNode =>
    text === '' ? null : <Marked field={field} text={text} flags={opportunity.flags} />;
  const yesNo = (answer: boolean) => (answer ? yes : no);
  const { startsOn, trainingPaid, languages } = opportunity;
  const facts: Fact[] = [
    { label: fields.kind, value: catalogue.enums.opportunityKind[opportunity.kind] },
    { label: fields.pay, value: payText(opportunity.pay) ?? review.notSaid },
    { label: fields.hoursPerWeek, value: opportunity.hoursPerWeek },
    { label: fields.schedule, value: marked('schedule', opportunity.schedule) },
    { label: fields.nightWork, value: yesNo(opportunity.nightWork) },
    { label: fields.place, value: marked('place', opportunity.place) },
    { label: fields.remote, value: yesNo(opportunity.remote) },
    { label: fields.startsOn, value: startsOn && calendarDay(locale, startsOn) },
    { label: fields.supervisorName, value: marked('supervisorName', opportunity.supervisorName) },
    { label: fields.idNeeded, value: yesNo(opportunity.idNeeded) },
    { label: fields.backgroundCheck, value: yesNo(opportunity.backgroundCheck) },
    { label: fields.acceptableRecords, value: marked('acceptableRecords', opportunity.acceptableRecords) },
    { label: fields.transport, value: marked('transport', opportunity.transport) },
    { label: fields.equipment, value: marked('equipment', opportunity.equipment) },
    { label: fields.childcareHours, value: yesNo(opportunity.childcareHours) },
    { label: fields.trainingPaid, value: trainingPaid === null ? null : yesNo(trainingPaid) },
    {
      label: fields.languages,
      value: listText(
        locale,
        languages.map((code) => languageName(locale, code)),
      ),
    },
    { label: fields.language, value: languageName(locale, opportunity.language.toLowerCase()) },
    { label: fields.wantsPublic, value: yesNo(opportunity.wantsPublic) },
  ];
  return (
    <Section title={review.answers}>
      <Facts facts={facts} />
    </Section>
  );
}
