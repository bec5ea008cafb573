import { FieldError } from '../forms/field';
import { distances } from './distances';

interface Props {
  words: { postcode: string; distance: string; within: (of: { n: number }) => string };
  postcode: string;
  miles: string;
  error: string | undefined;
}

export function NearFields({ words: t, postcode, miles: selectedMiles, error }: Props) {
  return (
    <>
      <div className={error ? 'field zip wrong' : 'field zip'}>
        <label htmlFor="postcode">{t.postcode}</label>
        <input
          id="postcode"
          name="postcode"
          defaultValue={postcode}
          autoComplete="postal-code"
          inputMode="numeric"
          maxLength={10}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'postcode-error' : undefined}
        />
      </div>
      <label className="field miles">
        <span>{t.distance}</span>
        <select name="miles" defaultValue={selectedMiles}>
          {distances.map((miles) => (
            <option key={miles} value={miles}>
              {t.within({ n: Number(miles) })}
            </option>
          ))}
        </select>
      </label>
      <FieldError id="postcode" error={error} />
    </>
  );
}
