import { languageName, listText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { Facts, type Fact } from '../parts/ui/facts';
import { Section } from '../parts/ui/section';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { usePayText } from './fields';
import { FlaggedText } from './flagged-text';
import type { Opportunity } from './queries';

export function OpportunityFacts({ opportunity }: { opportunity: Opportunity }) {
  const { t, words: catalog, locale } = useWords('opportunities');
  const { fields, yes, no, review } = t.opportunities;
  const payText = usePayText();
  const { kind, pay, startsOn, languages, language } = opportunity;
  // Values that need their own formatting. Title and description are shown elsewhere.
  const factValues: Record<string, ReactNode> = {
    title: null,
    description: null,
    kind: catalog.enums.opportunityKind[kind],
    pay: payText(pay) ?? review.notSaid,
    startsOn: startsOn && calendarDay(locale, startsOn),
    language: languageName(locale, language.toLowerCase()),
    languages: listText(
      locale,
      languages.map((code) => languageName(locale, code)),
    ),
  };
  const valueOf = (field: string): ReactNode => {
    if (field in factValues) return factValues[field];
    const answer: unknown = opportunity[field as keyof Opportunity];
    if (typeof answer === 'boolean') return answer ? yes : no;
    if (typeof answer === 'number') return answer;
    return answer ? <FlaggedText field={field} text={String(answer)} flags={opportunity.flags} /> : null;
  };
  const facts = Object.entries(fields).map(([field, label]): Fact => ({ label, value: valueOf(field) }));
  return (
    <Section title={review.answers}>
      <Facts facts={facts} />
    </Section>
  );
}
