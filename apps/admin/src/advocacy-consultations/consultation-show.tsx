import { languageName } from '@upstander/web-kit';
import { RecordPage } from '../parts/record/record-page';
import { useWords } from '../words/words';
import { About } from './about';
import { Appointment } from './appointment';
import { Conflict } from './conflict';
import { consultationSteps } from './queries';

export function ConsultationShow() {
  const { t, locale } = useWords('consultations');
  const words = t.consultations;
  return (
    <RecordPage
      kind="CONSULTATION"
      steps={consultationSteps}
      title={words.consultation}
      back={{ to: '/consultations', label: words.title }}
      lead={() => words.wants}
      facts={({ interpreter, interpreterLanguage }) => [
        {
          label: words.interpreter,
          value: interpreterLanguage
            ? words.interpreterFor({ language: languageName(locale, interpreterLanguage) })
            : interpreter && words.interpreterWanted,
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
