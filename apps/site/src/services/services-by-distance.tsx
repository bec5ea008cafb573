import { usePage } from '../request/page-context';
import type { ServiceCardData } from './queries';
import { ServiceRow } from './service-row';

interface ServicesByDistanceProps {
  services: readonly ServiceCardData[];
  /** Shown if none is nearby. */
  noneNearbyText: string;
}

/** Services that may be far away follow under a separate heading. */
export function ServicesByDistance({ services, noneNearbyText }: ServicesByDistanceProps) {
  const t = usePage().words.site.services;
  const farServices = services.filter(({ isNear }) => isNear === false);
  const nearServices = services.filter(({ isNear }) => isNear !== false);
  return (
    <>
      {nearServices.length === 0 ? <p>{noneNearbyText}</p> : <Rows services={nearServices} />}
      {farServices.length > 0 && (
        <section aria-labelledby="far">
          <h2 id="far">{t.far}</h2>
          <p>{t.farText}</p>
          <Rows services={farServices} />
        </section>
      )}
    </>
  );
}

function Rows({ services }: { services: readonly ServiceCardData[] }) {
  return (
    <ul className="row-list">
      {services.map((service) => (
        <ServiceRow key={service.id} service={service} />
      ))}
    </ul>
  );
}
