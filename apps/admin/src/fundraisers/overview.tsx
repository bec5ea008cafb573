import { intlTag, languageName, moneyText, zoneName } from '@upstander/web-kit';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { Columns } from '../parts/ui/columns';
import { Facts } from '../parts/ui/facts';
import { Figures, type Figure } from '../parts/ui/figures';
import { MarkdownText } from '../parts/forms/markdown-field';
import { Money, integerPercent } from '../parts/money/money';
import { PagePhoto } from '../parts/photos/page-photo';
import { Section } from '../parts/ui/section';
import { calendarDay } from '../parts/ui/dates';
import { mayOrganize, canSeeMoney, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { useFundraiser } from './fundraiser-show';
import classes from './fundraisers.module.css';
import { History } from './history';
import { MoneyOverTime } from './money-over-time';
import { eventTitlesQuery, type Fundraiser } from './queries';
import { Waterfall } from './waterfall';

export function Overview() {
  const { t } = useWords('fundraisers');
  const fundraiser = useFundraiser();
  const money = canSeeMoney(useMe());
  const hasGifts = fundraiser.firstGiftAt !== null;
  return (
    <>
      {fundraiser.publishedAt && <FundraiserFigures fundraiser={fundraiser} />}
      {fundraiser.firstGiftAt && money && (
        <Section title={t.fundraisers.show.chart}>
          <MoneyOverTime
            campaignId={fundraiser.id}
            timeZone={fundraiser.timeZone}
            firstGiftAt={fundraiser.firstGiftAt}
            endedAt={fundraiser.endedAt}
          />
        </Section>
      )}
      <Columns ratio={1.35} mt={hasGifts && money && 'xl'}>
        <div>
          {hasGifts && <Waterfall sums={fundraiser.waterfall} />}
          <Section title={t.fundraisers.show.story}>
            {fundraiser.cover && (
              <img
                className={classes.cover}
                src={fundraiser.cover.url}
                width={fundraiser.cover.width}
                height={fundraiser.cover.height}
                alt={fundraiser.cover.alt}
              />
            )}
            <MarkdownText text={fundraiser.story} />
          </Section>
        </div>
        <div>
          <Section title={t.common.details}>
            <Details fundraiser={fundraiser} />
          </Section>
          {!fundraiser.cover && <PagePhoto page={`/fundraisers/${fundraiser.slug}`} />}
          <History changes={fundraiser.history} createdAt={fundraiser.createdAt} />
        </div>
      </Columns>
    </>
  );
}

function FundraiserFigures({ fundraiser }: { fundraiser: Fundraiser }) {
  const { t, locale } = useWords('fundraisers');
  const { show } = t.fundraisers;
  const money = canSeeMoney(useMe());
  const { raised, goal, giftCount, waterfall, disbursable } = fundraiser;
  const percent = new Intl.NumberFormat(intlTag(locale), { style: 'percent' }).format(integerPercent(raised, goal));
  const average = giftCount > 0 ? BigInt(raised.amountMinor) / BigInt(giftCount) : null;
  const figures: Figure[] = [
    {
      key: 'raised',
      label: t.fundraisers.progress,
      value: <Money value={raised} isShort />,
      hint: fundraiser.isGeneral
        ? show.noGoal
        : show.ofGoal({ goal: moneyText(locale, goal, { short: true }), percent }),
      tone: 'good',
    },
    {
      key: 'gifts',
      label: t.common.gifts,
      value: new Intl.NumberFormat(intlTag(locale)).format(giftCount),
      hint:
        average !== null &&
        show.average({ amount: moneyText(locale, { amountMinor: average.toString(), currency: goal.currency }) }),
    },
    { key: 'held', label: show.held, value: <Money value={waterfall.held} />, hint: show.heldHint },
    {
      key: 'disbursable',
      label: show.disbursable,
      value: <Money value={disbursable} />,
      hint:
        money && BigInt(disbursable.amountMinor) > 0n ? (
          <Link to={`/disbursements?record=${fundraiser.id}`}>{t.shared.recordADisbursement}</Link>
        ) : (
          show.disbursableHint
        ),
    },
  ];
  return <Figures figures={figures} />;
}

function Details({ fundraiser }: { fundraiser: Fundraiser }) {
  const { t, locale } = useWords('fundraisers');
  const { show } = t.fundraisers;
  const { beneficiary } = fundraiser;
  const money = canSeeMoney(useMe());
  return (
    <Facts
      facts={[
        {
          label: show.beneficiary,
          value: (
            <>
              {money ? <Link to={`/beneficiaries/${beneficiary.id}`}>{beneficiary.name}</Link> : beneficiary.name}
              <span className={cells.meta}>
                {fundraiser.firstGiftAt
                  ? show.beneficiaryLocked
                  : beneficiary.maySolicit
                    ? show.maySolicit
                    : show.mayNot}
              </span>
            </>
          ),
        },
        { label: show.dates, value: <Dates fundraiser={fundraiser} /> },
        { label: t.shared.timeZone, value: zoneName(locale, fundraiser.timeZone) },
        {
          label: show.organizer,
          // The name is shown in the header.
          value: fundraiser.organizerEmail,
        },
        { label: t.shared.chapter, value: fundraiser.chapterName ?? t.fundraisers.organization },
        { label: show.language, value: languageName(locale, fundraiser.language) },
        {
          label: show.events,
          value: fundraiser.eventIds.length > 0 && <EventLinks ids={fundraiser.eventIds} />,
        },
      ]}
    />
  );
}

function Dates({ fundraiser: { startsOn, endsOn } }: { fundraiser: Fundraiser }) {
  const { t, locale } = useWords('fundraisers');
  const { show } = t.fundraisers;
  const startDay = startsOn && calendarDay(locale, startsOn);
  const endDay = endsOn && calendarDay(locale, endsOn);
  if (startDay && endDay) return t.shared.fromTo({ from: startDay, until: endDay });
  if (startDay) return show.datesFrom({ from: startDay });
  return endDay ? show.datesUntil({ until: endDay }) : show.datesOpen;
}

function EventLinks({ ids }: { ids: readonly string[] }) {
  const { t } = useWords('fundraisers');
  const { data } = useRead(eventTitlesQuery, { ids: [...ids] });
  const leads = mayOrganize(useMe());
  const titles = new Map(data?.events.edges.map(({ node }) => [node.id, node.title]));
  return ids.map((id, n) => {
    const title = titles.get(id) ?? t.fundraisers.show.event({ number: n + 1 });
    return (
      <span key={id} className={classes.event}>
        {leads ? <Link to={`/events/${id}`}>{title}</Link> : title}
      </span>
    );
  });
}
