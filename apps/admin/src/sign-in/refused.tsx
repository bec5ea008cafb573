import { explain } from '../api/explain';
import { AlertIcon } from '../parts/ui/icons';
import { useStartWords } from '../words/start-words';

export function Refused({ error }: { error: unknown }) {
  const { words, locale } = useStartWords();
  if (error == null) return null;
  return (
    <div className="notice wrong" role="alert">
      <AlertIcon />
      <p>{explain(words, locale, error)}</p>
    </div>
  );
}
