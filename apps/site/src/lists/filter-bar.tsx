import type { ReactNode } from 'react';
import { SubmitButton } from '../frame/button';
import { Icon } from '../frame/icons';
import { FieldError } from '../forms/field';
import { usePage } from '../request/page-context';

export interface QuickFilter {
  label: string;
  isActive: boolean;
  /** Address of the list with the filter toggled. */
  address: string;
}

export interface ActiveFilter {
  label: string;
  address: string;
}

interface Props {
  /** Path of the list. */
  action: string;
  /** Values that only links change, so that submitting the form keeps them. */
  keptValues?: Readonly<Record<string, string>>;
  quickFilters: readonly QuickFilter[];
  /** Other filters in effect. */
  activeFilters: readonly ActiveFilter[];
  /** Address of the unfiltered list. */
  unfiltered: string;
  /** Main field of the list, always visible. */
  mainField: ReactNode;
  /** All other fields, with their submit button. */
  children?: ReactNode;
  /** Number of folded filters in effect. They unfold the fields. */
  foldedCount?: number;
  /** True if a folded field has an error. */
  hasFoldedError?: boolean;
  /** True if browsers must not remember the values. */
  isPrivate?: boolean;
}

/**
 * Uses two rows, so that results are on the first screen of a phone: the main field with a fold for the others, and
 * links for frequent choices. It's a GET form, so that the address can be bookmarked and shared.
 */
export function FilterBar({ action, keptValues = {}, mainField, children, isPrivate = false, ...props }: Props) {
  const { quickFilters, activeFilters, unfiltered, foldedCount = 0, hasFoldedError = false } = props;
  const t = usePage().words.site.lists;
  return (
    <>
      <form
        className={children === undefined ? 'filter-bar' : 'filter-bar folding'}
        method="get"
        action={action}
        role="search"
        autoComplete={isPrivate ? 'off' : undefined}
      >
        {Object.entries(keptValues)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        {mainField}
        {children !== undefined && (
          <details open={foldedCount > 0 || hasFoldedError}>
            <summary>{t.filters}</summary>
            <div className="filter">{children}</div>
          </details>
        )}
      </form>
      {activeFilters.length > 0 && (
        <ul className="chips active" aria-label={t.active}>
          {activeFilters.map(({ label, address }) => (
            <li key={label}>
              <a href={address} aria-current="true" aria-label={t.remove({ filter: label })}>
                {label}
                <Icon name="cross" />
              </a>
            </li>
          ))}
          <li>
            <a className="clear" href={unfiltered}>
              {t.clear}
            </a>
          </li>
        </ul>
      )}
      <ul className="chips" aria-label={t.quick}>
        {quickFilters.map(({ label, isActive, address }) => (
          <li key={label}>
            <a href={address} aria-current={isActive ? 'true' : undefined}>
              {label}
              {isActive && <Icon name="cross" />}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface MainFieldProps {
  id: string;
  label: ReactNode;
  value: string;
  placeholder?: string;
  error?: string | undefined;
  /** Name of the button, which shows only “Go”. */
  buttonLabel: string;
  type?: 'text' | 'search';
  inputMode?: 'numeric';
  autoComplete?: string;
  maxLength: number;
}

export function MainField({ id, label, value, error, buttonLabel, type = 'text', ...attributes }: MainFieldProps) {
  return (
    <>
      <div className={error === undefined ? 'main-field' : 'main-field wrong'}>
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          name={id}
          type={type}
          defaultValue={value}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          {...attributes}
        />
        <SubmitButton label={usePage().words.site.lists.go} look="quiet" aria-label={buttonLabel} />
      </div>
      <FieldError id={id} error={error} />
    </>
  );
}
