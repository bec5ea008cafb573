import { usePage } from '../request/page-context';

export function EditState({ edit }: { edit: { at: string | null; note: string | null } }) {
  const t = usePage().words.site.fundraiser;
  if (edit.at !== null) {
    return (
      <p className="note amber" role="status">
        {t.editWaits}
      </p>
    );
  }
  if (edit.note === null) return null;
  return (
    <blockquote className="note amber words">
      <p className="small">{t.editDeclined}</p>
      <p>{edit.note}</p>
    </blockquote>
  );
}
