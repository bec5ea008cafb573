import { languageName } from '@upstander/web-kit';
import { RecordPage } from '../parts/record/record-page';
import { useWords } from '../words/words';
import { About } from './about';
import { Appointment } from './appointment';
import { Conflict } from './conflict';
import { consultationSteps } from './queries';

export function ConsultationShow() {
  const { labels, locale } = useWords('consultations');
  return (
    <RecordPage
      kind="CONSULTATION"
      steps={consultationSteps}
      title={labels.consultation}
      back={{ to: '/consultations', label: labels.title }}
      lead={() => labels.wants}
      facts={({ interpreter, interpreterLanguage }) => [
        {
          label: labels.interpreter,
          value: interpreterLanguage
            ? labels.interpreterFor({ language: languageName(locale, interpreterLanguage) })
            : interpreter && labels.interpreterWanted,
        },
      ]}
    >
      {(consultation, onChange, talk) => (
        <>
          <About consultation={consultation} />
          <Appointment consultation={consultation} onChange={onChange} />
          {talk}
          <Conflict consultation={consultation} onChange={onChange} />
        </>
      )}
    </RecordPage>
  );
}
