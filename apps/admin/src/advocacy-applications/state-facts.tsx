import type { AdminCatalog } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import type { Fact } from '../parts/ui/facts';
import { StatusBadge } from '../parts/ui/status-badge';
import type { Application } from './queries';

type Words = AdminCatalog['admin']['applications']['closure'];

export function stateFacts(state: Application['state'], words: Words): Fact[] {
  if (!state) return [];
  const { businessStatus, businessReason, opportunityStatus, opportunityReason, isOpen } = state;
  return [
    {
      label: words.business,
      value: (
        <BadgeWithNotes
          badge={<StatusBadge kind="businessStatus" status={businessStatus} />}
          notes={[businessReason]}
        />
      ),
    },
    {
      label: words.opportunity,
      value: (
        <BadgeWithNotes
          badge={<StatusBadge kind="opportunityStatus" status={opportunityStatus} />}
          notes={[opportunityReason, isOpen ? null : words.notOpen]}
        />
      ),
    },
  ];
}

function BadgeWithNotes({ badge, notes }: { badge: ReactNode; notes: ReadonlyArray<string | null> }) {
  return (
    <>
      {badge}
      {notes.map((note) => note && <div key={note}>{note}</div>)}
    </>
  );
}
