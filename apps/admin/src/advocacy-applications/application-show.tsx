import { RecordPage } from '../parts/record/record-page';
import classes from '../parts/record/record.module.css';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { Closures } from './closures';
import { Consents } from './consents';
import { IntroductionPart } from './introduction';
import { stateFacts } from './state-facts';
import { applicationSteps } from './queries';

export function ApplicationShow() {
  const words = useWords('applications').t.applications;
  return (
    <RecordPage
      kind="APPLICATION"
      steps={applicationSteps}
      title={words.application}
      back={{ to: '/applications', label: words.title }}
      lead={({ opportunityTitle, businessName }) => words.wants({ title: opportunityTitle, business: businessName })}
      facts={({ byAdvocate, state }) => [
        { label: words.how, value: byAdvocate ? words.byAdvocate : words.bySelf },
        ...stateFacts(state, words.closure),
      ]}
    >
      {(application, onChange, talk) => (
        <>
          <Closures application={application} onChange={onChange} />
          {application.note && (
            <Section title={words.note}>
              <p className={classes.written}>{application.note}</p>
            </Section>
          )}
          {talk}
          <Consents application={application} onChange={onChange} />
          <IntroductionPart application={application} onChange={onChange} />
        </>
      )}
    </RecordPage>
  );
}
