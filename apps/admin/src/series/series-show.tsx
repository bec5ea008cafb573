import { Alert, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { isRefusal } from '@upstander/api-client';
import { zoneName } from '@upstander/web-kit';
import { Link, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { CheckIcon, CloseIcon, EditIcon, EyeIcon, InfoIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { EndSeries } from './end-series';
import { publishSeriesMutation, seriesQuery, type ManagedSeries } from './queries';
import { repeatSentence } from './repeat-sentence';
import { repeatOf } from './repeat-values';
import { SeriesDates } from './series-dates';

export function SeriesShow() {
  const { t, locale } = useWords('series');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(seriesQuery, { id });
  const series = data?.series;
  if (isRefusal(error, 'NOT_FOUND')) return <Text>{t.series.show.missing}</Text>;
  if (!series) return <Pending error={error} retry={refetch} noun={t.series.what} />;
  const sentence = repeatSentence(t.series, locale, repeatOf(series), series.firstLocal.slice(0, 10));
  return (
    <div data-wide>
      <PageHeader
        title={series.title}
        lead={
          <>
            <Text component="span" inherit display="block">
              {sentence} · {zoneName(locale, series.timeZone)}
            </Text>
            <Text component="span" inherit display="block">
              {series.chapter.name}
            </Text>
          </>
        }
        back={{ to: '/events/series', label: t.series.back }}
        badge={<StatusBadge kind="seriesStatus" status={series.status} />}
      >
        <SeriesActions series={series} />
      </PageHeader>
      {series.status === 'DRAFT' && (
        <Alert color="amber" icon={<InfoIcon />} mb="lg">
          {t.series.show.draft}
        </Alert>
      )}
      <SeriesDates series={series} />
    </div>
  );
}

function SeriesActions({ series }: { series: ManagedSeries }) {
  const { t } = useWords('series');
  const { show } = t.series;
  const [isEnding, ending] = useDisclosure(false);
  const publish = useChange(publishSeriesMutation, { success: () => show.published });
  if (series.status === 'ENDED') return null;
  return (
    <>
      {series.status === 'DRAFT' && (
        <Button
          leftSection={<CheckIcon />}
          aria-disabled={publish.isPending}
          onClick={() => !publish.isPending && publish.mutate({ id: series.id })}
        >
          {publish.isPending ? t.common.publishing : show.publish}
        </Button>
      )}
      <Button variant="default" leftSection={<EditIcon />} component={Link} to={`/events/series/${series.id}/edit`}>
        {show.editDates}
      </Button>
      {series.status === 'PUBLISHED' && (
        <Button variant="default" leftSection={<EyeIcon />} component="a" href={`/events/${series.slug}`}>
          {t.shared.publicPage}
        </Button>
      )}
      <Button variant="default" leftSection={<CloseIcon />} onClick={ending.open}>
        {show.end}
      </Button>
      <EndSeries series={series} opened={isEnding} onClose={ending.close} />
    </>
  );
}
