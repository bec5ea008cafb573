import { Button, Menu } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { DownloadIcon, EyeIcon, LinkIcon, OptionsIcon } from '../ui/icons';
import { notify } from '../notifications/notify';
import type { Column } from './column';
import { densities, useDensity, type Density } from './density';
import classes from './filter-bar.module.css';
import { SavedViewsForm, useSavedViews } from './saved-views';

export function useHiddenColumns(list: string) {
  return useLocalStorage<string[]>({
    key: `upstander.hidden-columns.${list}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
}

interface ListOptionsProps<Row> {
  /** Storage name of the saved views. Undefined for sealed lists, because their URLs can identify a person. */
  name?: string | undefined;
  label: string;
  columns: ReadonlyArray<Column<Row>>;
  hiddenKeys: readonly string[];
  onHide: (keys: string[]) => void;
  /** Starts the CSV export, or URL of an export by the server. */
  csv?: (() => void) | string | undefined;
}

export function ListOptions<Row>({ name, label, columns, hiddenKeys, onHide, csv }: ListOptionsProps<Row>) {
  const { t } = useWords('views');
  const labels = t.common.list;
  const { pathname } = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [density, setDensity] = useDensity();
  const views = useSavedViews(name ?? '', isOpen && name !== undefined);
  const selectable = columns.filter((column, at) => at > 0 && !column.hiddenHeader);
  const copy = async () => {
    // The browser can deny clipboard access. The URL is in the address bar anyway.
    const isCopied = await navigator.clipboard.writeText(window.location.href).then(
      () => true,
      () => false,
    );
    if (isCopied) notify.success(labels.linkCopied);
  };
  return (
    <>
      <Menu closeOnItemClick={false} opened={isOpen} onChange={setIsOpen}>
        <Menu.Target>
          <Button
            variant="default"
            className={classes.button}
            leftSection={<OptionsIcon />}
            aria-label={labels.optionsFor({ list: label })}
            title={labels.optionsHint}
          >
            {labels.options}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length > 0 && <Menu.Label>{t.views.savedViews}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              component={Link}
              to={{ pathname, search: view.address }}
              closeMenuOnClick
              leftSection={<EyeIcon />}
            >
              {view.name}
              {!view.mayDelete && ` · ${t.views.by({ name: view.ownerName })}`}
            </Menu.Item>
          ))}
          {name && (
            <>
              <Menu.Item closeMenuOnClick onClick={() => setIsSaving(true)}>
                {t.views.manageViews}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {selectable.length > 0 && <Menu.Label>{labels.columns}</Menu.Label>}
          {selectable.map(({ key, header }) => (
            <Menu.CheckboxItem
              key={key}
              checked={!hiddenKeys.includes(key)}
              onChange={(isShown) =>
                onHide(isShown ? hiddenKeys.filter((hiddenKey) => hiddenKey !== key) : [...hiddenKeys, key])
              }
            >
              {header}
            </Menu.CheckboxItem>
          ))}
          {selectable.length > 0 && <Menu.Divider />}
          <Menu.Label>{labels.density}</Menu.Label>
          <Menu.RadioGroup value={density} onChange={(value) => setDensity(value as Density)}>
            {densities.map((value) => (
              <Menu.RadioItem key={value} value={value}>
                {labels.densities[value]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          {typeof csv === 'string' && (
            <Menu.Item component="a" href={csv} download leftSection={<DownloadIcon />}>
              {labels.csv}
            </Menu.Item>
          )}
          {typeof csv === 'function' && (
            <Menu.Item closeMenuOnClick leftSection={<DownloadIcon />} onClick={csv}>
              {labels.csv}
            </Menu.Item>
          )}
          <Menu.Item closeMenuOnClick leftSection={<LinkIcon />} onClick={() => void copy()}>
            {labels.copyLink}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={isSaving} onClose={() => setIsSaving(false)} title={t.views.savedViews}>
        {name && <SavedViewsForm screen={name} onDone={() => setIsSaving(false)} />}
      </Dialog>
    </>
  );
}
