import { TalkIcon } from '../parts/ui/icons';
import { RecordList } from '../parts/record/record-list';
import { useWords } from '../words/words';
import { useConsultationColumns } from './consultation-columns';
import { consultationsQuery } from './queries';

/** Who asked for a talk with the legal team. */
export function ConsultationList() {
  const words = useWords().t.consultations;
  const columns = useConsultationColumns();
  return <RecordList document={consultationsQuery} columns={columns} words={words} icon={<TalkIcon size={26} />} />;
}
