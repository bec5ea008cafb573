import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import type { BusinessHeadData } from './queries';

export function BusinessList({ businesses }: { businesses: readonly BusinessHeadData[] }) {
  const { words } = usePage();
  return (
    <ul className="chapters">
      {businesses.map(({ id, legalName, status }) => (
        <li key={id}>
          <a href={`/business/${id}`}>
            <b>{legalName}</b>
            <span>{words.enums.businessStatus[status]}</span>
            <Icon name="arrow" />
          </a>
        </li>
      ))}
    </ul>
  );
}
