import { isAreaInUse } from '../../navigation/sections';
import { useMe, type Area } from '../../session/use-me';
import { useWords } from '../../words/words';
import classes from './area-checklist.module.css';

interface OfferedArea {
  area: Area;
  canManage: boolean;
}

type Level = 'none' | 'view' | 'manage';
export type Levels = Partial<Record<Area, Level>>;

const allLevels = ['none', 'view', 'manage'] as const;

interface AreaChecklistProps {
  areas: readonly OfferedArea[];
  levels: Levels;
  onChange: (levels: Levels) => void;
}

/** A table with one row per area, and a radio button per level. */
export function AreaChecklist({ areas, levels, onChange }: AreaChecklistProps) {
  const { labels, words } = useWords('areas');
  const nameOf = ({ area }: OfferedArea) => words.enums.staffArea[area];
  const me = useMe();
  // Areas of a switched-off feature appear only if they are chosen already.
  const shown = areas.filter((row) => isAreaInUse(me, row.area) || levelIn(levels, row) !== 'none');
  const sorted = shown.sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  return (
    <table className={classes.table}>
      <caption>{labels.title}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.area}</th>
          {allLevels.map((level) => (
            <th key={level} scope="col" className={classes.level}>
              {labels.levels[level]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.area}>
            <th scope="row">{nameOf(row)}</th>
            {allLevels.map((level) => (
              <td key={level} className={classes.level}>
                {(level !== 'manage' || row.canManage) && (
                  <label className={classes.choice}>
                    <input
                      type="radio"
                      name={`area-${row.area}`}
                      aria-label={`${nameOf(row)}: ${labels.levels[level]}`}
                      checked={levelIn(levels, row) === level}
                      onChange={() => onChange({ ...levels, [row.area]: level })}
                    />
                  </label>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function levelsOf(role: { viewAreas: readonly Area[]; manageAreas: readonly Area[] } | null): Levels {
  const entries = (areas: readonly Area[], level: Level) => areas.map((area) => [area, level] as const);
  return role ? Object.fromEntries([...entries(role.viewAreas, 'view'), ...entries(role.manageAreas, 'manage')]) : {};
}

/** Leaves out areas that the base role doesn't have, for example after the base role was changed. */
export function areaListsOf(levels: Levels, areas: readonly OfferedArea[]): { viewAreas: Area[]; manageAreas: Area[] } {
  const listAt = (level: Level) => areas.filter((row) => levelIn(levels, row) === level).map(({ area }) => area);
  return { viewAreas: listAt('view'), manageAreas: listAt('manage') };
}

function levelIn(levels: Levels, { area, canManage }: OfferedArea): Level {
  const level = levels[area] ?? 'none';
  return level === 'manage' && !canManage ? 'view' : level;
}
